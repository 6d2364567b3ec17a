import type { Figures } from '../../../features/kpis/domain/figures.ts';
import type { PaceState } from '../../../features/kpis/domain/pace.ts';
import { exactInWords, periodInWords, valueInWords } from '../../../features/kpis/domain/number-words.ts';
import { currentLocale, localToday } from '../../ui/dates.ts';

export const paceWords: Record<PaceState, string> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  behind: 'Behind',
  'no-data': 'No data',
};

export function valueWords({ kpi }: Pick<Figures, 'kpi'>, value: number | null): string {
  return valueInWords(kpi, value, currentLocale());
}

/** What is aimed for, to the last decimal. */
export function aimWords(kpi: Figures['kpi'], value: number): string {
  return exactInWords(kpi, value, currentLocale());
}

export function periodWords({ period }: Pick<Figures, 'period'>, startsOn: string): string {
  return periodInWords(period, startsOn, currentLocale());
}

/** "of 225", "at most 40 min (team)": what a value is held against. */
export function againstWords(
  { kpi }: Pick<Figures, 'kpi'>,
  target: Exclude<Figures['target'], null>,
): string {
  const words = `${kpi.direction === 'lower' ? 'at most' : 'of'} ${aimWords(kpi, target.value)}`;
  return target.of === 'team' ? `${words} (team)` : words;
}

/** "45 expected by now", while the period runs and the number grows. */
export function paceInWords(figures: Figures): string | null {
  const { kpi, value, expected, target } = figures;
  if (expected === null || target === null || expected === target.value) return null;
  // What is reached is not waited for any more.
  if (kpi.direction === 'higher' && value !== null && value >= target.value) return 'reached';
  const when = figures.asOf === localToday() ? 'by now' : 'by then';
  return `${valueWords(figures, expected)} expected ${when}`;
}

/** "Revenue is behind in November 2026: €19,871, €25,714 expected by now", as a talking point. */
export function laggingInWords(figures: Figures): string {
  const { kpi, value, target } = figures;
  const aim = target === null ? '' : aimWords(kpi, target.value);
  const due = paceInWords(figures) ?? `the target is ${kpi.direction === 'lower' ? 'at most ' : ''}${aim}`;
  const when = periodWords(figures, figures.startsOn);
  return `${kpi.name} is behind in ${when}: ${valueWords(figures, value)}, ${due}`;
}

/** "40 in October 2026", "12 on Nov 21"; null where there is nothing to compare with. */
export function comparedInWords(figures: Figures): string | null {
  const { compared, period } = figures;
  if (compared === null) return null;
  const before = period === 'day' ? 'on' : period === 'week' ? 'in the' : 'in';
  const value = compared.value === null ? 'no data' : valueWords(figures, compared.value);
  return `${value} ${before} ${periodWords(figures, compared.startsOn)}`;
}

/** The trend as one sentence, for whoever does not see the line. */
export function trendInWords(figures: Figures): string {
  const known = figures.trend.filter(({ value }) => value !== null);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return `${figures.kpi.name}: no data`;
  const values = known.map(({ value }) => value ?? 0);
  const from = `${valueWords(figures, first.value)} in ${periodWords(figures, first.startsOn)}`;
  const to = `${valueWords(figures, last.value)} in ${periodWords(figures, last.startsOn)}`;
  const span = `lowest ${valueWords(figures, Math.min(...values))}, highest ${valueWords(figures, Math.max(...values))}`;
  return known.length === 1
    ? `${figures.kpi.name}: ${to}`
    : `${figures.kpi.name} from ${from} to ${to}; ${span}`;
}

/** A value as it stands in a field to be changed: in plain digits, however large. */
export function valueInput(value: number): string {
  const digits = value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 3 });
  // Three decimals alone would be read as thousands.
  return /\.\d{3}$/.test(digits) ? `${digits}0` : digits;
}
