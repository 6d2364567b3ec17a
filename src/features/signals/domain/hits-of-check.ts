import { bucketOf, valueOf } from '../../kpis/domain/aggregate.ts';
import type { Reading } from '../../kpis/domain/aggregate.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import { isHit } from '../../kpis/domain/pace.ts';
import { spanOf, stepFrom, startOf } from '../../kpis/domain/periods.ts';
import { targetOf } from '../../kpis/domain/targets.ts';
import type { BindingTarget } from '../../kpis/domain/targets.ts';

export interface CheckedTarget extends BindingTarget {
  id: string;
}

export interface Checked {
  kpi: Pick<Kpi, 'aggregation' | 'direction'>;
  targets: readonly CheckedTarget[];
  /** Oldest first. */
  readings: readonly Reading[];
}

/** Which targets were hit in the period that runs and in the one before, which late readings still reach. */
export function hitsOfCheck({ kpi, targets, readings }: Checked, today: string) {
  return [...new Set(targets.map(({ period }) => period))].flatMap((period) =>
    [0, -1].flatMap((step) => {
      const span = spanOf(period, stepFrom(period, startOf(period, today), step));
      const target = targetOf(targets, kpi.direction, { period, endsOn: span.endsOn });
      const read = readings.filter(({ day }) => day >= span.startsOn && day <= span.endsOn && day <= today);
      const value = valueOf(kpi.aggregation, bucketOf(span.startsOn, read));
      if (target === null || !isHit(kpi, value, { target: target.value, span, today })) return [];
      return [{ targetId: target.id, startsOn: span.startsOn }];
    }),
  );
}
