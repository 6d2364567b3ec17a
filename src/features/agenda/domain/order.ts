import type { SeriesSide } from '../../series/domain/rights.ts';

export interface Ranked {
  id: string;
  rank: number;
}

/** The employee's points come first, until somebody moves one: they guide the conversation. */
const managersFrom = 1_000_000;
/** Below this, two ranks have no room between them. */
const leastGap = 1e-6;

/** Last among the points of one side. */
export function nextRank(side: SeriesSide, ranks: readonly number[]): number {
  const [from, to] = side === 'employee' ? [0, managersFrom] : [managersFrom, Infinity];
  return ranks.filter((rank) => rank >= from && rank < to).reduce((a, b) => Math.max(a, b), from) + 1;
}

/**
 * The ranks to write so that a point stands at a place among the others, which are in their order and are all that the
 * one who moves it sees. Where there is no room, those after it move on, and no more of them than need to.
 */
export function ranksToMove(others: readonly Ranked[], id: string, at: number): Ranked[] {
  const before = others[at - 1]?.rank;
  const after = others[at]?.rank;
  if (before === undefined) return after === undefined ? [] : [{ id, rank: after - 1 }];
  if (after === undefined) return [{ id, rank: before + 1 }];
  if (after - before >= leastGap) return [{ id, rank: (before + after) / 2 }];
  const moved = [{ id, rank: before + 1 }];
  let last = before + 1;
  for (const other of others.slice(at)) {
    if (other.rank - last >= leastGap) break;
    last += 1;
    moved.push({ id: other.id, rank: last });
  }
  return moved;
}
