/** Weeks begin on Monday, as ISO 8601 counts; quarters in January, April, July and October. */
export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

/** Both days belong to it. */
export interface Span {
  startsOn: string;
  endsOn: string;
}

/** How many periods a trend shows, the present one included. */
export const trendLength: Record<Period, number> = { day: 30, week: 13, month: 13, quarter: 8, year: 5 };

const msPerDay = 86_400_000;

// Days are counted in UTC, where each has 24 hours: a date has no time zone and knows no daylight saving.
function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / msPerDay;
}

function dayOf(number: number): string {
  return new Date(number * msPerDay).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return dayOf(numberOf(day) + days);
}

/** From one to the other; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from);
}

/** Monday is 1. */
export function weekdayOf(day: string): number {
  // 1970-01-01 was a Thursday.
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** How many months a period has; days and weeks have none. */
const months: Record<Period, number> = { day: 0, week: 0, month: 1, quarter: 3, year: 12 };

function firstOfMonths(day: string, length: number): string {
  const [year = '', month = ''] = day.split('-');
  const first = Math.floor((Number(month) - 1) / length) * length + 1;
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

function addMonths(firstDay: string, count: number): string {
  const [year = '', month = ''] = firstDay.split('-');
  const at = Number(year) * 12 + Number(month) - 1 + count;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`;
}

/** The first day of the period that a day lies in. */
export function startOf(period: Period, day: string): string {
  if (period === 'day') return day;
  if (period === 'week') return addDays(day, 1 - weekdayOf(day));
  return firstOfMonths(day, months[period]);
}

/** The first day of the period so many before or after the one that begins on `startsOn`. */
export function stepFrom(period: Period, startsOn: string, count: number): string {
  if (period === 'day') return addDays(startsOn, count);
  if (period === 'week') return addDays(startsOn, 7 * count);
  return addMonths(startsOn, months[period] * count);
}

/** Dates as they are written end here, and with them the last period. */
const lastDay = '9999-12-31';

function isFourDigit(day: string): boolean {
  return /^\d{4}-/.test(day);
}

export function spanOf(period: Period, day: string): Span {
  const startsOn = startOf(period, day);
  const next = stepFrom(period, startsOn, 1);
  return { startsOn, endsOn: isFourDigit(next) ? addDays(next, -1) : lastDay };
}

/** The same period a year before: of weeks and days the one 52 weeks before, which has the same weekdays. */
export function yearBefore(period: Period, startsOn: string): string {
  return months[period] > 0 ? addMonths(startsOn, -12) : addDays(startsOn, -364);
}

/** The first days of the last `count` periods, oldest first; the last is the one that `day` lies in. */
export function trendOf(period: Period, day: string, count = trendLength[period]): string[] {
  const last = startOf(period, day);
  return Array.from({ length: count }, (_, at) => stepFrom(period, last, at + 1 - count));
}

/** How many of the days from one to the other, both included, are worked on; none where the other is earlier. */
export function workingDays({ startsOn, endsOn }: Span, worked: readonly number[]): number {
  const length = daysBetween(startsOn, endsOn) + 1;
  if (length <= 0) return 0;
  const first = weekdayOf(startsOn);
  const isWorked = (at: number) => worked.includes(((first - 1 + at) % 7) + 1);
  const rest = Array.from({ length: length % 7 }, (_, at) => at).filter(isWorked).length;
  return Math.floor(length / 7) * worked.length + rest;
}
