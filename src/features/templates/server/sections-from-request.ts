import { newId } from '../../../server/ids.ts';
import type { Measure } from '../../kpis/domain/measure.ts';
import type { Answerer, ItemKind, ItemOptions } from '../domain/items.ts';
import type { Section } from '../domain/sections.ts';

/** Sections as they were sent: what a request may leave out is absent. */
export interface SentSection {
  id?: string | undefined;
  title: string;
  guidance?: string | null | undefined;
  items: {
    id?: string | undefined;
    kind: ItemKind;
    prompt: string;
    options?: ItemOptions | null | undefined;
    answeredBy?: Answerer | undefined;
    measure?: Measure | undefined;
  }[];
}

/** Sections as they are stored: ids that were sent are kept, those that are missing are made. */
export function sectionsFromRequest(sections: readonly SentSection[]): Section[] {
  return sections.map((section) => ({
    id: section.id ?? newId(),
    title: section.title,
    guidance: section.guidance || null,
    items: section.items.map((item) => ({
      id: item.id ?? newId(),
      kind: item.kind,
      prompt: item.prompt,
      options: item.options ?? null,
      ...(item.answeredBy === 'employee' && { answeredBy: item.answeredBy }),
      ...(item.measure && { measure: item.measure }),
    })),
  }));
}
