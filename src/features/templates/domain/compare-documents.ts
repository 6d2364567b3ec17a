import { itemInOrder, savable } from './document.ts';
import type { TemplateDocument } from './document.ts';
import type { Item, Section } from './sections.ts';

export interface Differences {
  title: boolean;
  description: boolean;
  shared: boolean;
  /** Ids of sections and items of the first document that are other, elsewhere or absent in the second. */
  parts: ReadonlySet<string>;
}

/** What is different in one document, seen beside another. */
export function differencesIn(document: TemplateDocument, beside: TemplateDocument): Differences {
  const one = savable(document);
  const other = savable(beside);
  const sections = new Map(other.sections.map((section, at) => [section.id, { section, at }]));
  const items = new Map(
    other.sections.flatMap((section) =>
      section.items.map((item, at) => [item.id, { item, at, sectionId: section.id }] as const),
    ),
  );
  const parts = new Set<string>();
  one.sections.forEach((section, at) => {
    const twin = sections.get(section.id);
    if (twin === undefined || twin.at !== at || !sameHead(section, twin.section)) parts.add(section.id);
    section.items.forEach((item, itemAt) => {
      const itemTwin = items.get(item.id);
      const isThere = itemTwin !== undefined && itemTwin.sectionId === section.id && itemTwin.at === itemAt;
      if (!isThere || !sameItem(item, itemTwin.item)) parts.add(item.id);
    });
  });
  return {
    title: one.title !== other.title,
    description: one.description !== other.description,
    shared: one.shared !== other.shared,
    parts,
  };
}

function sameHead(one: Section, other: Section): boolean {
  return one.title === other.title && one.guidance === other.guidance;
}

function sameItem(one: Item, other: Item): boolean {
  return JSON.stringify(itemInOrder(one)) === JSON.stringify(itemInOrder(other));
}
