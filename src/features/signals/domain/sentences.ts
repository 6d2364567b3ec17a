import type { Kpi } from '../../kpis/domain/kpi.ts';
import { addsUp } from '../../kpis/domain/aggregate.ts';
import { periodInWords, valueInWords } from '../../kpis/domain/number-words.ts';
import { startOf, stepFrom } from '../../kpis/domain/periods.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import type { Hit, Pace } from './against-targets.ts';
import type { Stopped } from './stopped.ts';

/** The same words for everybody who reads them, wherever the server stands. */
const language = 'en-GB';

export function inWords(kpi: Kpi, value: number): string {
  return valueInWords(kpi, value, language);
}

/** "45–60", "40–50 %", "€ 1,200–€ 1,500". */
function rangeInWords(kpi: Kpi, from: number, to: number): string {
  const [low, high] = [inWords(kpi, from), inWords(kpi, to)];
  if (low === high) return low;
  return `${low.endsWith(' %') && high.endsWith(' %') ? low.slice(0, -2) : low}–${high}`;
}

/** "last week", "in the week of 5 Oct", "in October 2026". */
export function whenInWords(period: Period, startsOn: string, today: string): string {
  const last = stepFrom(period, startOf(period, today), -1);
  if (startsOn === last) return `last ${period}`;
  return `in ${period === 'week' ? 'the ' : ''}${periodInWords(period, startsOn, language)}`;
}

interface Told {
  period: Period;
  startsOn: string;
  today: string;
  value: number;
  usualFrom: number;
  usualTo: number;
}

export function anomalyWords(kpi: Kpi, { period, startsOn, today, value, usualFrom, usualTo }: Told): string {
  const verb = value < usualFrom ? 'fell' : 'rose';
  const usual = rangeInWords(kpi, usualFrom, usualTo);
  return `${kpi.name} ${verb} to ${inWords(kpi, value)} ${whenInWords(period, startsOn, today)}, from a usual ${usual}`;
}

export function recordWords(kpi: Kpi, told: Told, outOf: number): string {
  const { period, startsOn, today, value, usualFrom, usualTo } = told;
  const what = kpi.direction === 'higher' ? 'highest' : 'lowest';
  const usual = rangeInWords(kpi, usualFrom, usualTo);
  const when = whenInWords(period, startsOn, today);
  return `${kpi.name} reached ${inWords(kpi, value)} ${when}, the ${what} of ${outOf} ${period}s, from a usual ${usual}`;
}

function perPeriod(kpi: Kpi, period: Period): string {
  return addsUp(kpi.aggregation) ? ` a ${period}` : '';
}

interface Moved {
  period: Period;
  from: string;
  before: number;
  after: number;
}

export function levelWords(kpi: Kpi, { period, from, before, after }: Moved): string {
  const verb = after < before ? 'fell' : 'rose';
  const since = periodInWords(period, from, language);
  return `${kpi.name} ${verb} to about ${inWords(kpi, after)}${perPeriod(kpi, period)} since ${period === 'week' ? 'the ' : ''}${since}, from about ${inWords(kpi, before)}`;
}

interface Bent {
  period: Period;
  from: string;
  /** By how much a period, as people read it. */
  by: number;
  byBefore: number;
}

export function trendWords(kpi: Kpi, { period, from, by, byBefore }: Bent): string {
  const smallest = 10 ** -kpi.decimals / 2;
  const course = (step: number, verb: (up: boolean) => string) =>
    Math.abs(step) < smallest
      ? null
      : `${verb(step > 0)} by about ${inWords(kpi, Math.abs(step))} a ${period}`;
  const since = `${period === 'week' ? 'the ' : ''}${periodInWords(period, from, language)}`;
  const now = course(by, (up) => (up ? 'has risen' : 'has fallen')) ?? 'has been steady';
  const then = course(byBefore, (up) => (up ? 'it rose' : 'it fell')) ?? 'it was steady';
  return `${kpi.name} ${now} since ${since}; before, ${then}`;
}

export function paceWords(kpi: Kpi, pace: Pace): string {
  const where = pace.isAhead === (kpi.direction === 'higher') ? 'above' : 'below';

  const stands = `${kpi.name} stands at ${inWords(kpi, pace.value)} this ${pace.period}`;
  if (!addsUp(kpi.aggregation)) return `${stands}, ${where} the target of ${inWords(kpi, pace.target)}`;
  return `${stands}, ${pace.isAhead ? 'ahead of' : 'behind'} the ${inWords(kpi, pace.expected)} expected by now of ${inWords(kpi, pace.target)}`;
}

export function hitWords(kpi: Kpi, { period, startsOn, value, target }: Hit): string {
  const which = `${period === 'week' ? 'the ' : ''}${periodInWords(period, startsOn, language)}`;
  return `${kpi.name} hit the target of ${inWords(kpi, target)} for ${which}, with ${inWords(kpi, value)}`;
}

export function stoppedWords(kpi: Kpi, { last, every }: Stopped): string {
  const often = every <= 1 ? 'every day' : `about every ${Math.round(every)} days`;
  return `No reading of ${kpi.name} came after ${periodInWords('day', last, language)}; before, one came ${often}`;
}
