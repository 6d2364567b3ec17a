import type { Ordinal, Weekday } from '../../series/domain/recurrence.ts';
import { weekdayNames } from './recurrence-of.ts';

/** An RRULE as its parts, whoever parsed it. */
export interface RRule {
  freq: string;
  interval: number;
  /** BYDAY, BYSETPOS and the like. */
  parts: Partial<Record<string, readonly (string | number)[]>>;
}

export type HowOften =
  | { cadence: 'weekly'; every: number; weekday: Weekday }
  | { cadence: 'monthly'; every: number; weekday: Weekday; nth: Ordinal };

/** How often a series would meet; or, in words, what a series cannot. */
export function ruleOfRRule({ freq, interval, parts }: RRule, dayOfWeek: number): HowOften | string {
  const strange = Object.keys(parts).find((name) => !['BYDAY', 'BYSETPOS'].includes(name));
  if (strange !== undefined)
    return partsInWords[strange] ?? `It repeats by ${strange}, which a series cannot.`;
  const isByWeeks = freq === 'WEEKLY' || (freq === 'DAILY' && interval % 7 === 0);
  if (!isByWeeks && freq !== 'MONTHLY')
    return frequencies[freq] ?? 'It repeats in a way that a series cannot.';
  const every = freq === 'DAILY' ? interval / 7 : interval;
  if (!(every >= 1 && every <= 12)) return 'It is more than 12 weeks or months from one to the next.';
  const days = parts['BYDAY'] ?? [];
  if (days.length > 1) return 'It repeats on several days. Set up a series for one of them.';
  const [, count = '', name = ''] = /^([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(String(days[0] ?? '')) ?? [];
  if (days.length === 1 && name === '') return 'Its weekday cannot be read.';
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both are 1 to 7: ISO's count, or the place in seven names
  const weekday = (name === '' ? dayOfWeek : weekdayNames.findIndex((day) => day === name) + 1) as Weekday;
  if (isByWeeks) {
    if (count !== '' || parts['BYSETPOS'] !== undefined) return 'It repeats in a way that a series cannot.';
    return { cadence: 'weekly', every, weekday };
  }
  if (days.length === 0) return partsInWords['BYMONTHDAY'] ?? '';
  const positions = parts['BYSETPOS'] ?? [];
  if (positions.length > 1 || (positions.length === 1 && count !== ''))
    return 'It repeats in a way that a series cannot.';
  const nth = ordinalOf(Number(count === '' ? positions[0] : count));
  if (nth === null) return 'It is neither the first to fourth nor the last such weekday of the month.';
  return { cadence: 'monthly', every, weekday, nth };
}

function ordinalOf(count: number): Ordinal | null {
  return ([1, 2, 3, 4, -1] as const).find((nth) => nth === count) ?? null;
}

const frequencies: Record<string, string> = {
  DAILY: 'It repeats daily. A series meets every week at most.',
  YEARLY: 'It repeats yearly. A series meets every 12 months at most: as monthly.',
  HOURLY: 'It repeats within a day. A series meets every week at most.',
  MINUTELY: 'It repeats within a day. A series meets every week at most.',
  SECONDLY: 'It repeats within a day. A series meets every week at most.',
};

const partsInWords: Record<string, string> = {
  BYMONTHDAY: 'It repeats on a day of the month. A series meets on a weekday, like the first Tuesday.',
  BYMONTH: 'It repeats in some months only. A series meets all year.',
};
