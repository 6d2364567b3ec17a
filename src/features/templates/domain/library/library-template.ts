import type { Measure } from '../../../kpis/domain/measure.ts';
import type { Answerer, ItemKind, ItemOptions } from '../items.ts';
import type { Item, Section } from '../sections.ts';

/** A template that comes with the product; it has no owner, and is duplicated to be edited. */
export interface LibraryTemplate {
  id: string;
  title: string;
  /** When to use it. */
  description: string;
  sections: Section[];
}

interface Numbered {
  /** Unique in its template, and never used again for something else: one-on-ones remember the item they came from. */
  number: number;
}
type LibraryItem = Numbered & {
  kind: ItemKind;
  prompt: string;
  options?: ItemOptions;
  answeredBy?: Answerer;
  measure?: Measure;
};
type LibrarySection = Numbered & { title: string; guidance: string; items: LibraryItem[] };

/** Ids are the same in every installation: the template's number, then the part's. */
function libraryId(template: number, part: number): string {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');
  return `01900000-${hex(template, 4)}-7000-8000-${hex(part, 12)}`;
}

export function libraryTemplate(
  number: number,
  { title, description, sections }: { title: string; description: string; sections: LibrarySection[] },
): LibraryTemplate {
  const item = ({ number: part, kind, prompt, options, answeredBy, measure }: LibraryItem): Item => ({
    id: libraryId(number, part),
    kind,
    prompt,
    options: options ?? null,
    ...(answeredBy && { answeredBy }),
    ...(measure && { measure }),
  });
  return {
    id: libraryId(number, 0),
    title,
    description,
    sections: sections.map((section) => ({
      id: libraryId(number, section.number),
      title: section.title,
      guidance: section.guidance,
      items: section.items.map(item),
    })),
  };
}

export const question = (number: number, prompt: string): LibraryItem => ({
  number,
  kind: 'question',
  prompt,
});
export const note = (number: number, prompt: string): LibraryItem => ({ number, kind: 'note', prompt });
export const mood = (number: number, prompt: string): LibraryItem => ({ number, kind: 'mood', prompt });

/** As many steps as labels, from the lowest. */
export const rating = (number: number, prompt: string, ...labels: string[]): LibraryItem => ({
  number,
  kind: 'rating',
  prompt,
  options: { steps: labels.length, labels },
});

/** Which KPI it is, is chosen where the template is used: no two organisations have the same. */
export const kpi = (
  number: number,
  prompt: string,
  { period, which, compareWith }: Omit<Measure, 'kpiId'>,
): LibraryItem => ({
  number,
  kind: 'kpi',
  prompt,
  measure: { kpiId: null, period, which, compareWith },
});
export const target = (number: number, prompt: string, measure: Omit<Measure, 'kpiId'>): LibraryItem => ({
  ...kpi(number, prompt, measure),
  kind: 'target',
});

/** Filled by the meeting. */
export const agenda = (number: number, prompt: string): LibraryItem => ({ number, kind: 'agenda', prompt });
export const followUp = (number: number, prompt: string): LibraryItem => ({
  number,
  kind: 'follow-up',
  prompt,
});
export const update = (number: number, prompt: string): LibraryItem => ({ number, kind: 'update', prompt });

/** The employee answers it before the meeting. */
export const byEmployee = (item: LibraryItem): LibraryItem => ({ ...item, answeredBy: 'employee' });
