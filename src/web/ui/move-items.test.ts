import { describe, expect, it } from 'vitest';
import { moveItem } from './move-items.ts';

const items = ['a', 'b', 'c'].map((id) => ({ id }));
const order = (list: { id: string }[]) => list.map(({ id }) => id).join('');

describe('moving a row', () => {
  it.each([
    ['a', 0, 'abc'],
    ['a', 1, 'bac'],
    ['a', 2, 'bca'],
    ['c', 0, 'cab'],
    ['b', -1, 'bac'],
    ['b', 9, 'acb'],
    ['x', 1, 'abc'],
  ])('puts %s at %i', (id, toIndex, expected) => {
    expect(order(moveItem(items, id, toIndex))).toBe(expected);
    expect(order(items)).toBe('abc');
  });
});
