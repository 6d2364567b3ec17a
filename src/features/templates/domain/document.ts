import { defaultMeasure, inOrder as measureInOrder } from '../../kpis/domain/measure.ts';
import { canBeAnsweredBy, isMeasured, stepsOf } from './items.ts';
import type { Item, Section } from './sections.ts';

/** What its owner edits of a template. */
export interface TemplateDocument {
  title: string;
  /** When to use it. */
  description: string;
  shared: boolean;
  sections: Section[];
}

export const untitledTemplate = 'Untitled template';
export const untitledSection = 'Untitled section';

/**
 * The document as it can be saved at any moment: what has no title yet gets a plain one, an item without words
 * waits until it has some, and labels beyond a rating's steps stay on the page only.
 */
export function savable(document: TemplateDocument): TemplateDocument {
  return {
    title: document.title.trim() || untitledTemplate,
    description: document.description.trim(),
    shared: document.shared,
    sections: document.sections.map((section) => ({
      id: section.id,
      title: section.title.trim() || untitledSection,
      guidance: section.guidance?.trim() ? section.guidance : null,
      items: section.items.filter(({ prompt }) => prompt.trim() !== '').map(savableItem),
    })),
  };
}

function savableItem(item: Item): Item {
  const { answeredBy, measure = defaultMeasure, ...rest } = item;
  const isTheirs = answeredBy === 'employee' && canBeAnsweredBy(item.kind, answeredBy);
  const saved = {
    ...rest,
    prompt: item.prompt.trim(),
    ...(isTheirs && { answeredBy }),
    ...(isMeasured(item.kind) && { measure }),
  };
  if (item.kind !== 'rating') return { ...saved, options: null };
  const steps = stepsOf(item.kind, item.options) ?? 0;
  const labels = (item.options?.labels ?? []).slice(0, steps).map((label) => label.trim());
  return { ...saved, options: labels.some(Boolean) ? { steps, labels } : { steps } };
}

/** Whether saving one would leave what saving the other leaves. */
export function sameWhenSaved(one: TemplateDocument, other: TemplateDocument): boolean {
  return JSON.stringify(inOrder(savable(one))) === JSON.stringify(inOrder(savable(other)));
}

/** The same fields in the same order, whoever wrote them. */
function inOrder({ title, description, shared, sections }: TemplateDocument): unknown {
  return [
    title,
    description,
    shared,
    sections.map((section) => [
      section.id,
      section.title,
      section.guidance,
      section.items.map((item) => [item.id, ...itemInOrder(item)]),
    ]),
  ];
}

/** What an item says, wherever it stands. */
export function itemInOrder({ kind, prompt, options, answeredBy, measure }: Omit<Item, 'id'>): unknown[] {
  return [kind, prompt, options?.steps, options?.labels, answeredBy, measure && measureInOrder(measure)];
}
