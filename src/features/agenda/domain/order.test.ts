import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRank, ranksToMove } from './order.ts';
import type { Ranked } from './order.ts';

const sorted = (points: readonly Ranked[]) =>
  points.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));

describe('the order of talking points', () => {
  it('has the employee’s first, each side’s in the order they were raised', () => {
    const ranks: number[] = [];
    const order: Ranked[] = [];
    for (const side of ['manager', 'employee', 'manager', 'employee', 'employee'] as const) {
      const rank = nextRank(side, ranks);
      ranks.push(rank);
      order.push({ id: `${side}${order.length}`, rank });
    }
    expect(sorted(order).map(({ id }) => id)).toEqual([
      'employee1',
      'employee3',
      'employee4',
      'manager0',
      'manager2',
    ]);
  });

  it('is as it was moved, however often, and nothing else changes places', () => {
    const moves = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 120 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), moves, (count, wanted) => {
        let points: Ranked[] = Array.from({ length: count }, (_, at) => ({ id: `p${at}`, rank: at + 1 }));
        for (const [which, where] of wanted) {
          const point = points[which % count] as Ranked; // there is at least one
          const others = points.filter((other) => other !== point);
          const at = where % count;
          const ranks = new Map(ranksToMove(others, point.id, at).map(({ id, rank }) => [id, rank]));
          points = sorted(points.map(({ id, rank }) => ({ id, rank: ranks.get(id) ?? rank })));
          expect(points.map(({ id }) => id)).toEqual(others.map(({ id }) => id).toSpliced(at, 0, point.id));
        }
      }),
    );
  });

  it('makes room where there is none, and touches no more than it has to', () => {
    const tight = [
      { id: 'a', rank: 1 },
      { id: 'b', rank: 1 },
      { id: 'c', rank: 40 },
    ];
    expect(ranksToMove(tight, 'x', 1)).toEqual([
      { id: 'x', rank: 2 },
      { id: 'b', rank: 3 },
    ]);
    expect(ranksToMove(tight, 'x', 2)).toEqual([{ id: 'x', rank: 20.5 }]);
  });
});
