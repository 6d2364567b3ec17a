import type { Item, Section } from './sections.ts';

/** Where an item stands. */
export interface ItemPlace {
  sectionId: string;
  /** Counted from 0, in its section without the item. */
  index: number;
}

type Sections = readonly Section[];

export function placeOfItem(sections: Sections, itemId: string): ItemPlace | null {
  for (const { id: sectionId, items } of sections) {
    const index = items.findIndex((item) => item.id === itemId);
    if (index !== -1) return { sectionId, index };
  }
  return null;
}

export function findItem(sections: Sections, itemId: string): Item | undefined {
  return sections.flatMap(({ items }) => items).find((item) => item.id === itemId);
}

/** Puts a section in; past the end is at the end. */
export function insertSection(sections: Sections, section: Section, index: number): Section[] {
  return insertAt(sections, section, index);
}

export function removeSection(sections: Sections, sectionId: string): Section[] {
  return sections.filter(({ id }) => id !== sectionId);
}

/** `toIndex` counts without the moved section. */
export function moveSection(sections: Sections, sectionId: string, toIndex: number): Section[] {
  const moved = sections.find(({ id }) => id === sectionId);
  return moved === undefined ? [...sections] : insertAt(removeSection(sections, sectionId), moved, toIndex);
}

export function changeSection(
  sections: Sections,
  sectionId: string,
  change: Partial<Pick<Section, 'title' | 'guidance' | 'items'>>,
): Section[] {
  return sections.map((section) => (section.id === sectionId ? { ...section, ...change } : section));
}

/** Puts an item in. Where its section is gone by now, it goes to the end of the last one: nothing gets lost. */
export function insertItem(sections: Sections, item: Item, { sectionId, index }: ItemPlace): Section[] {
  const target = sections.find(({ id }) => id === sectionId) ?? sections.at(-1);
  if (target === undefined) return [...sections];
  const at = target.id === sectionId ? index : target.items.length;
  return changeSection(sections, target.id, { items: insertAt(target.items, item, at) });
}

export function removeItem(sections: Sections, itemId: string): Section[] {
  return sections.map((section) =>
    section.items.some(({ id }) => id === itemId)
      ? { ...section, items: section.items.filter(({ id }) => id !== itemId) }
      : section,
  );
}

export function moveItem(sections: Sections, itemId: string, to: ItemPlace): Section[] {
  const moved = findItem(sections, itemId);
  return moved === undefined ? [...sections] : insertItem(removeItem(sections, itemId), moved, to);
}

export function changeItem(sections: Sections, itemId: string, change: Partial<Omit<Item, 'id'>>): Section[] {
  return sections.map((section) =>
    section.items.some(({ id }) => id === itemId)
      ? {
          ...section,
          items: section.items.map((item) => (item.id === itemId ? { ...item, ...change } : item)),
        }
      : section,
  );
}

/**
 * One step up (-1) or down (1), through the whole template: from the end of a section to the beginning or the end
 * of its neighbour. Null where there is no further step.
 */
export function stepOfItem(sections: Sections, itemId: string, step: -1 | 1): ItemPlace | null {
  const place = placeOfItem(sections, itemId);
  if (place === null) return null;
  const at = sections.findIndex(({ id }) => id === place.sectionId);
  const last = (sections[at]?.items.length ?? 0) - 1;
  const within = place.index + step;
  if (within >= 0 && within <= last) return { sectionId: place.sectionId, index: within };
  const neighbour = sections[at + step];
  if (neighbour === undefined) return null;
  return { sectionId: neighbour.id, index: step === 1 ? 0 : neighbour.items.length };
}

function insertAt<T>(list: readonly T[], value: T, index: number): T[] {
  const at = Math.max(0, Math.min(index, list.length));
  return [...list.slice(0, at), value, ...list.slice(at)];
}
