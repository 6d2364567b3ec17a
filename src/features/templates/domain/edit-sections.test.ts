import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeItem,
  changeSection,
  findItem,
  insertItem,
  insertSection,
  moveItem,
  moveSection,
  placeOfItem,
  removeItem,
  removeSection,
  stepOfItem,
} from './edit-sections.ts';
import type { Item, Section } from './sections.ts';

const item = (id: string): Item => ({ id, kind: 'note', prompt: id, options: null });
const section = (id: string, ...items: string[]): Section => ({
  id,
  title: id,
  guidance: null,
  items: items.map(item),
});
const drawn = (sections: readonly Section[]) =>
  sections.map(({ id, items }) => `${id}:${items.map((one) => one.id).join('')}`).join(' ');

const three = [section('A', 'a', 'b', 'c'), section('B'), section('C', 'd')];

describe('moving an item', () => {
  it.each([
    ['down in its section', 'a', { sectionId: 'A', index: 1 }, 'A:bac B: C:d'],
    ['to the end of its section', 'a', { sectionId: 'A', index: 99 }, 'A:bca B: C:d'],
    ['to an empty section', 'b', { sectionId: 'B', index: 0 }, 'A:ac B:b C:d'],
    ['before the item of another', 'c', { sectionId: 'C', index: 0 }, 'A:ab B: C:cd'],
    ['nowhere, where it is not there', 'x', { sectionId: 'C', index: 0 }, 'A:abc B: C:d'],
    ['to the last section, where the other is gone', 'a', { sectionId: 'X', index: 0 }, 'A:bc B: C:da'],
  ])('%s', (_, id, to, expected) => {
    expect(drawn(moveItem(three, id, to))).toBe(expected);
  });

  it.each([
    ['a', -1, null],
    ['a', 1, 'A:bac B: C:d'],
    ['c', 1, 'A:ab B:c C:d'],
    ['d', -1, 'A:abc B:d C:'],
    ['d', 1, null],
  ] as const)('steps %s by %d through all sections', (id, step, expected) => {
    const to = stepOfItem(three, id, step);
    expect(to === null ? null : drawn(moveItem(three, id, to))).toBe(expected);
  });

  it('comes back by the step the other way', () => {
    fc.assert(
      fc.property(sections, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (before, at, step) => {
        const id = idsOf(before)[at % Math.max(1, idsOf(before).length)] ?? '';
        const to = stepOfItem(before, id, step);
        if (to === null) return;
        const after = moveItem(before, id, to);
        const back = stepOfItem(after, id, step === 1 ? -1 : 1);
        expect(back === null ? null : moveItem(after, id, back)).toEqual(before);
      }),
    );
  });
});

describe('moving a section', () => {
  it.each([
    ['A', 2, 'B: C:d A:abc'],
    ['C', 0, 'C:d A:abc B:'],
    ['B', 99, 'A:abc C:d B:'],
    ['X', 0, 'A:abc B: C:d'],
  ])('%s to %d', (id, to, expected) => {
    expect(drawn(moveSection(three, id, to))).toBe(expected);
  });
});

describe('changing', () => {
  it('changes one item or one section, and leaves the others as they are', () => {
    const changed = changeItem(changeSection(three, 'A', { title: 'New' }), 'a', { prompt: 'New?' });
    expect(changed[0]).toMatchObject({
      title: 'New',
      items: [{ id: 'a', prompt: 'New?' }, item('b'), item('c')],
    });
    expect(changed[1]).toBe(three[1]);
    expect(changed[2]).toBe(three[2]);
  });
});

const sections = fc
  .array(fc.nat(4), { maxLength: 5 })
  .map((counts) =>
    counts.map((count, at) =>
      section(`S${at}`, ...Array.from({ length: count }, (_, itemAt) => `S${at}i${itemAt}`)),
    ),
  );
const idsOf = (all: readonly Section[]) => all.flatMap(({ items }) => items.map(({ id }) => id));

describe('whatever is done to the order', () => {
  it('no item is lost and none is doubled', () => {
    fc.assert(
      fc.property(
        sections,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(6), fc.boolean())),
        (before, moves) => {
          let now: readonly Section[] = before;
          for (const [from, to, index, whole] of moves) {
            const ids = idsOf(now);
            const sectionId = now[to % Math.max(1, now.length)]?.id ?? '';
            now = whole
              ? moveSection(now, sectionId, index)
              : moveItem(now, ids[from % Math.max(1, ids.length)] ?? '', { sectionId, index });
          }
          expect(idsOf(now).toSorted()).toEqual(idsOf(before).toSorted());
          expect(now.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
        },
      ),
    );
  });

  it('a removal is undone by putting back what was there', () => {
    fc.assert(
      fc.property(sections, fc.nat(), (before, at) => {
        const id = idsOf(before)[at % Math.max(1, idsOf(before).length)] ?? '';
        const place = placeOfItem(before, id);
        const removed = findItem(before, id);
        fc.pre(place !== null && removed !== undefined);
        expect(insertItem(removeItem(before, id), removed, place)).toEqual(before);
      }),
    );
    fc.assert(
      fc.property(sections, fc.nat(), (before, at) => {
        const index = at % Math.max(1, before.length);
        const removed = before[index];
        fc.pre(removed !== undefined);
        expect(insertSection(removeSection(before, removed.id), removed, index)).toEqual(before);
      }),
    );
  });
});
