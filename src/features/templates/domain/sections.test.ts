import { describe, expect, it } from 'vitest';
import type { ItemKind } from './items.ts';
import { repeatedIds, repeatedKinds } from './sections.ts';

const section = (id: string | undefined, ...items: (string | undefined)[]) => ({
  id,
  items: items.map((item) => ({ id: item })),
});

describe('ids in a template', () => {
  it.each([
    ['none twice', [section('a', 'b'), section('c', 'd')], []],
    ['ids that are still to be made', [section(undefined, undefined, undefined)], []],
    ['a section twice', [section('a'), section('a')], ['sections.1.id']],
    ['an item in two sections', [section('a', 'x'), section('b', 'x')], ['sections.1.items.0.id']],
    ['an item named like its section', [section('a', 'a')], ['sections.0.items.0.id']],
    ['three of a kind', [section('a', 'a', 'a')], ['sections.0.items.0.id', 'sections.0.items.1.id']],
  ])('finds %s', (_, sections, paths) => {
    expect(repeatedIds(sections).map((path) => path.join('.'))).toEqual(paths);
  });
});

describe('the places of kinds that the meeting fills', () => {
  it('names each that stands in the template before, and lets what is asked stand as often as one likes', () => {
    const items = (...kinds: ItemKind[]) => ({ items: kinds.map((kind) => ({ kind })) });
    expect(repeatedKinds([items('agenda', 'question', 'question'), items('update', 'note', 'note')])).toEqual(
      [],
    );
    expect(
      repeatedKinds([items('agenda', 'question'), items('follow-up', 'agenda'), items('agenda')]),
    ).toEqual([
      ['sections', 1, 'items', 1, 'kind'],
      ['sections', 2, 'items', 0, 'kind'],
    ]);
  });
});
