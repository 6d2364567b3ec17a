import type { Direction } from './kpi.ts';
import type { Period } from './periods.ts';

/** A target as it binds one person: their own, or their team's. */
export interface BindingTarget {
  teamId: string | null;
  period: Period;
  value: number;
  validFrom: string;
  /** The last day; null: until another one takes over. */
  validTo: string | null;
}

/**
 * The target of a period: the one that holds on its last day, so that one set in mid-period counts for all of it. A
 * person's own beats their teams'; of several teams' the most demanding holds.
 */
export function targetOf<T extends BindingTarget>(
  targets: readonly T[],
  direction: Direction,
  { period, endsOn }: { period: Period; endsOn: string },
): T | null {
  const holding = targets.filter(
    (target) =>
      target.period === period &&
      target.validFrom <= endsOn &&
      (target.validTo === null || target.validTo >= endsOn),
  );
  const own = holding.filter(({ teamId }) => teamId === null);
  const demand = ({ value }: T) => (direction === 'higher' ? value : -value);
  return (own.length > 0 ? own : holding).reduce<T | null>(
    (hardest, target) => (hardest === null || demand(target) > demand(hardest) ? target : hardest),
    null,
  );
}
