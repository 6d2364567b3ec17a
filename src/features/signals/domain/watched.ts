import type { Reading } from '../../kpis/domain/aggregate.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import type { BindingTarget } from '../../kpis/domain/targets.ts';

/** One number of a person, as signals look at it. */
export interface Watched {
  kpi: Kpi;
  /** One a day at most, oldest first, none after today; about fifteen months of them. */
  readings: readonly Reading[];
  /** Those that bind the person, of every period. */
  targets: readonly BindingTarget[];
  /** The weekdays that are worked on, Monday is 1. */
  workingDays: readonly number[];
}

export interface Asked {
  today: string;
  /** What could be seen before this day is not told again. */
  since: string;
}
