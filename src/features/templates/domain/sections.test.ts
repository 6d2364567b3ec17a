import { describe, expect, it } from 'vitest';
import { repeatedIds } from './sections.ts';

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
