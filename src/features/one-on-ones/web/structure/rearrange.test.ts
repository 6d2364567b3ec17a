import { describe, expect, it } from 'vitest';
import { recordOf } from '../autosave/fake-answer-server.ts';
import type { OneOnOne } from '../../contract.ts';
import {
  placeOfItem,
  stepFrom,
  withItemAt,
  withoutItem,
  withoutSection,
  withSectionAt,
} from './rearrange.ts';

function record(...sections: string[][]): OneOnOne {
  const base = recordOf({ answer: null, version: 0, state: 'draft' });
  const item = base.sections[0]?.items[0];
  if (item === undefined) throw new Error('no item');
  return {
    ...base,
    sections: sections.map((ids, at) => ({
      id: `s${at}`,
      title: `Section ${at}`,
      guidance: null,
      items: ids.map((id) => ({ ...item, id })),
    })),
  };
}

const layout = ({ sections }: OneOnOne) => sections.map(({ items }) => items.map(({ id }) => id));

describe('one step', () => {
  it.each([
    ['b', -1, { sectionId: 's0', position: 0 }],
    ['a', 1, { sectionId: 's0', position: 1 }],
    ['c', 1, { sectionId: 's1', position: 0 }],
    ['d', -1, { sectionId: 's0', position: 3 }],
    ['a', -1, null],
    ['d', 1, null],
  ] as const)('of %s by %i', (id, by, place) => {
    expect(stepFrom(record(['a', 'b', 'c'], ['d']), id, by)).toEqual(place);
  });

  it('there and back leaves everything as it was', () => {
    const before = record(['a', 'b'], ['c']);
    const there = stepFrom(before, 'b', 1);
    if (there === null) throw new Error('no place');
    const moved = withItemAt('b', there)(before);
    expect(layout(moved)).toEqual([['a'], ['b', 'c']]);
    const back = stepFrom(moved, 'b', -1);
    if (back === null) throw new Error('no place');
    expect(layout(withItemAt('b', back)(moved))).toEqual(layout(before));
  });
});

it('moves an item within its section and to another', () => {
  const before = record(['a', 'b', 'c'], ['d']);
  expect(layout(withItemAt('c', { sectionId: 's0', position: 0 })(before))).toEqual([['c', 'a', 'b'], ['d']]);
  expect(layout(withItemAt('a', { sectionId: 's1', position: 1 })(before))).toEqual([
    ['b', 'c'],
    ['d', 'a'],
  ]);
  expect(placeOfItem(before, 'c')).toEqual({ sectionId: 's0', position: 2 });
});

it('moves and removes sections and items', () => {
  const before = record(['a'], ['b'], ['c']);
  expect(layout(withSectionAt('s2', 0)(before))).toEqual([['c'], ['a'], ['b']]);
  expect(layout(withoutSection('s1')(before))).toEqual([['a'], ['c']]);
  expect(layout(withoutItem('b')(before))).toEqual([['a'], [], ['c']]);
});
