import { periods } from '../../../features/kpis/domain/periods.ts';
import type { Period } from '../../../features/kpis/domain/periods.ts';

/** What an address says of the period; anything else is a month. */
export function periodOf(text: string | undefined): Period {
  return periods.find((period) => period === text) ?? 'month';
}

/** A month is not said: the address stays short. */
export function periodSearch(period: Period): { period?: Period } {
  return period === 'month' ? {} : { period };
}
