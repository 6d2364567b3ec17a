import { canBeBrought } from './items.ts';
import type { Measure } from '../../kpis/domain/measure.ts';
import type { Answerer, ItemKind, ItemOptions } from './items.ts';

/** One thing to discuss. */
export interface Item {
  id: string;
  kind: ItemKind;
  prompt: string;
  options: ItemOptions | null;
  /** Absent: the manager's. */
  answeredBy?: Answerer | undefined;
  /** Of a KPI or a target: which, over which period. */
  measure?: Measure | undefined;
}

/** A titled part of a template; the guidance is for the manager's eyes. */
export interface Section {
  id: string;
  title: string;
  guidance: string | null;
  items: Item[];
}

/** The places of items whose kind the meeting fills once, and that stand somewhere before already. */
export function repeatedKinds(sections: readonly { items: readonly { kind: ItemKind }[] }[]): IdPath[] {
  const seen = new Set<ItemKind>();
  return sections.flatMap(({ items }, at) =>
    items.flatMap(({ kind }, itemAt) => {
      if (!canBeBrought(kind)) return [];
      const isRepeated = seen.has(kind);
      seen.add(kind);
      return isRepeated ? [['sections', at, 'items', itemAt, 'kind']] : [];
    }),
  );
}

/** Where an id stands in the document: `['sections', 0, 'items', 2, 'id']`. */
export type IdPath = readonly (string | number)[];

interface WithId {
  id?: string | undefined;
}

/** The places of ids that stand somewhere before already. Sections and items share one space. */
export function repeatedIds(sections: readonly (WithId & { items: readonly WithId[] })[]): IdPath[] {
  const seen = new Set<string>();
  const repeated: IdPath[] = [];
  const note = (id: string | undefined, path: IdPath) => {
    if (id === undefined) return;
    if (seen.has(id)) repeated.push(path);
    seen.add(id);
  };
  sections.forEach((section, at) => {
    note(section.id, ['sections', at, 'id']);
    section.items.forEach((item, itemAt) => note(item.id, ['sections', at, 'items', itemAt, 'id']));
  });
  return repeated;
}
