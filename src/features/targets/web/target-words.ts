import { aimWords } from '../../../web/shell/numbers/figure-words.ts';
import { formatDay } from '../../../web/ui/dates.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import type { TargetChange } from '../contract.ts';

/** "180 each month", "at most 30 min each week". */
export function aimInWords({ kpi, value, period }: { kpi: Kpi; value: number; period: Period }): string {
  const words = aimWords(kpi, value);
  return `${kpi.direction === 'lower' ? 'at most ' : ''}${words} each ${period}`;
}

/** "since 1 June", "from 1 December", "1 June to 30 November". */
export function whenInWords({ from, to }: { from: string; to: string | null }, today: string): string {
  if (to !== null) return `${formatDay(from)} to ${formatDay(to)}`;
  return `${from <= today ? 'since' : 'from'} ${formatDay(from)}`;
}

const did: Record<TargetChange['what'], string> = { set: 'set', changed: 'changed to', removed: 'removed' };

export function changeInWords(change: TargetChange, today: string): string {
  return `${did[change.what]} ${aimInWords(change)}, ${whenInWords(change, today)}`;
}
