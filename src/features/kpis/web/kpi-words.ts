import type { Aggregation, Direction, Kpi, Unit } from '../domain/kpi.ts';
import { valueInWords } from '../domain/number-words.ts';

export const unitWords: Record<Unit, { label: string; hint: string }> = {
  number: { label: 'Number', hint: 'Calls, deals, tickets, points' },
  currency: { label: 'Money', hint: 'Revenue, costs, deal size' },
  percent: { label: 'Percent', hint: '42 stands for 42 %' },
  duration: { label: 'Duration', hint: 'In minutes; 80 is shown as 1 h 20 min' },
};

export const directionWords: Record<Direction, string> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
};

export const aggregationWords: Record<Aggregation, { label: string; hint: string }> = {
  sum: { label: 'Sum', hint: 'A month is all its days together' },
  average: { label: 'Average', hint: 'A month is the average of its readings' },
  last: { label: 'Last', hint: 'A month is its last reading' },
  count: { label: 'Count', hint: 'A month is the number of days that have a reading' },
};

/** What a KPI's numbers will look like. */
export function exampleOf(
  kpi: Pick<Kpi, 'unit' | 'currency' | 'decimals' | 'aggregation'>,
  language: string,
): string {
  if (kpi.unit === 'currency' && !/^[A-Z]{3}$/.test(kpi.currency ?? '')) return '1,234.5';
  return valueInWords({ ...kpi, aggregation: 'sum' }, kpi.unit === 'percent' ? 42.125 : 1234.5, language);
}
