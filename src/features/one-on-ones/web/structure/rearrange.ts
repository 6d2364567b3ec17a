import type { Measure } from '../../../kpis/domain/measure.ts';
import type { Item, OneOnOne, Section } from '../../contract.ts';
import { placedAt } from '../../domain/order.ts';

/** The record as it will be, shown before the server has answered. */
type Rearrange = (record: OneOnOne) => OneOnOne;

export interface PlaceOfItem {
  sectionId: string;
  /** Counted among the section's other items. */
  position: number;
}

export const withTitle =
  (title: string): Rearrange =>
  (record) => ({ ...record, title });

export const withDate =
  (heldOn: string): Rearrange =>
  (record) => ({ ...record, heldOn });

export const withSectionTitle =
  (sectionId: string, title: string): Rearrange =>
  (record) => ({ ...record, sections: inSection(record.sections, sectionId, (old) => ({ ...old, title })) });

const withItem =
  (itemId: string, change: Partial<Pick<Item, 'prompt' | 'measure'>>): Rearrange =>
  (record) => ({
    ...record,
    sections: record.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => (item.id === itemId ? { ...item, ...change } : item)),
    })),
  });

export const withPrompt = (itemId: string, prompt: string): Rearrange => withItem(itemId, { prompt });
export const withMeasure = (itemId: string, measure: Measure): Rearrange => withItem(itemId, { measure });

/** `version` of the item's answer, once the server has said it. */
export const withTick =
  (itemId: string, done: boolean, version = 0): Rearrange =>
  (record) => ({
    ...record,
    sections: record.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => {
        if (item.id !== itemId) return item;
        const { text, value } = item.answer ?? {};
        const said = { ...(text && { text }), ...(value !== undefined && { value }) };
        const isNothing = !done && Object.keys(said).length === 0;
        const answer = isNothing ? null : { ...said, ...(done && { done: true }) };
        return { ...item, answer, version: Math.max(item.version, version) };
      }),
    })),
  });

export const withSectionAt =
  (sectionId: string, position: number): Rearrange =>
  (record) => ({ ...record, sections: inPlace(record.sections, sectionId, position) });

export const withItemAt =
  (itemId: string, { sectionId, position }: PlaceOfItem): Rearrange =>
  (record) => {
    const item = record.sections.flatMap(({ items }) => items).find(({ id }) => id === itemId);
    if (item === undefined) return record;
    const { sections } = withoutItem(itemId)(record);
    const placed = inSection(sections, sectionId, (section) => ({
      ...section,
      items: inPlace([...section.items, item], itemId, position),
    }));
    return { ...record, sections: placed };
  };

export const withoutItem =
  (itemId: string): Rearrange =>
  (record) => ({
    ...record,
    sections: record.sections.map((section) => ({
      ...section,
      items: section.items.filter(({ id }) => id !== itemId),
    })),
  });

export const withoutSection =
  (sectionId: string): Rearrange =>
  (record) => ({ ...record, sections: record.sections.filter(({ id }) => id !== sectionId) });

/** Where an item stands now. */
export function placeOfItem({ sections }: Pick<OneOnOne, 'sections'>, itemId: string): PlaceOfItem | null {
  for (const { id: sectionId, items } of sections) {
    const position = items.findIndex(({ id }) => id === itemId);
    if (position !== -1) return { sectionId, position };
  }
  return null;
}

/** One step up or down; over the edge of a section into the next. Null where there is no further. */
export function stepFrom(
  { sections }: Pick<OneOnOne, 'sections'>,
  itemId: string,
  by: -1 | 1,
): PlaceOfItem | null {
  const place = placeOfItem({ sections }, itemId);
  if (place === null) return null;
  const at = sections.findIndex(({ id }) => id === place.sectionId);
  const last = (sections[at]?.items.length ?? 0) - 1;
  const next = place.position + by;
  if (next >= 0 && next <= last) return { ...place, position: next };
  const neighbour = sections[at + by];
  if (neighbour === undefined) return null;
  return { sectionId: neighbour.id, position: by === 1 ? 0 : neighbour.items.length };
}

function inSection(sections: Section[], id: string, change: (section: Section) => Section): Section[] {
  return sections.map((section) => (section.id === id ? change(section) : section));
}

function inPlace<Row extends { id: string }>(rows: readonly Row[], id: string, position: number): Row[] {
  const others = rows.filter((row) => row.id !== id).map((row) => row.id);
  const order = placedAt(others, id, position);
  return rows.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
