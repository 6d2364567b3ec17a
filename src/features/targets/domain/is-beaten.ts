import { spanOf } from '../../kpis/domain/periods.ts';
import type { Period } from '../../kpis/domain/periods.ts';

interface Listed {
  kpi: { id: string };
  /** Null: a person's own. */
  team: object | null;
  period: Period;
  from: string;
  to: string | null;
}

/** Of a team's target: whether in the present period one of the person's own, of the same KPI and period, holds instead. */
export function isBeaten({ kpi, period }: Listed, targets: readonly Listed[], today: string): boolean {
  const { endsOn } = spanOf(period, today);
  return targets.some(
    (one) =>
      one.team === null &&
      one.kpi.id === kpi.id &&
      one.period === period &&
      one.from <= endsOn &&
      (one.to === null || one.to >= endsOn),
  );
}
