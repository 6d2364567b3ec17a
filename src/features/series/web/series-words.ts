import { currentLocale, daysBetween, formatTime, localDay } from '../../../web/ui/dates.ts';
import type { Meeting, Series } from '../contract.ts';

export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const ordinals: Record<number, string> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' };

type Rule = Series['rule'];

/** "Every second week on Tuesday at 10:00": when the two meet, in the zone of the series. */
export function ruleInWords({ cadence, every = 1, weekday = 1, nth = 1, at: wall = '' }: Rule): string {
  const at = wallInWords(wall);
  const day = weekdays[weekday - 1] ?? '';
  if (cadence === 'on_demand') return 'On demand';
  if (cadence === 'weekly') {
    return every === 1 ? `Every ${day} at ${at}` : `Every ${every} weeks on ${day} at ${at}`;
  }
  const month = every === 1 ? 'every month' : `every ${every} months`;
  return `The ${ordinals[nth]} ${day} of ${month} at ${at}`;
}

/** `15:00` as the reader's region writes it. */
function wallInWords(wall: string): string {
  if (wall === '') return '';
  const format = new Intl.DateTimeFormat(currentLocale(), {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return format.format(new Date(`1970-01-01T${wall}:00Z`));
}

/** Whether the series' clock shows another time than the reader's now. */
export function isOtherZone(timeZone: string, now = new Date()): boolean {
  const inZone = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const mine = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
  return inZone.format(now) !== mine.format(now);
}

/** "Tuesday 24 November, 10:00", where the reader is. */
export function whenInWords(instant: string): string {
  return `${dayInWords(localDay(instant))}, ${formatTime(instant)}`;
}

function dayInWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const isThisYear = day.startsWith(String(new Date().getFullYear()));
  return new Intl.DateTimeFormat(currentLocale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(date);
}

/** How long until it begins: "in 3 days", "tomorrow", "in 2 hours", "in 10 minutes", "now". */
export function untilInWords(startsAt: string, now = new Date()): string {
  const minutes = Math.round((Date.parse(startsAt) - now.getTime()) / 60_000);
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (minutes <= 0) return 'now';
  if (minutes < 60) return relative.format(minutes, 'minute');
  const days = daysBetween(localDay(now), localDay(startsAt));
  return days === 0 ? relative.format(Math.round(minutes / 60), 'hour') : relative.format(days, 'day');
}

export function statusInWords({ status, late, movedFrom, startsAt }: Meeting, now = new Date()): string {
  switch (status) {
    case 'held':
      return late ? 'Held, moved late' : 'Held';
    case 'skipped':
      return 'Skipped';
    case 'cancelled':
      return 'Cancelled';
    case 'planned':
      if (Date.parse(startsAt) < now.getTime()) return 'Not held';
      return movedFrom === null ? 'Planned' : 'Moved';
  }
}

/** The other side, from this chair. */
export function otherOfSeries({ manager, employee }: Pick<Series, 'manager' | 'employee'>, myId: string) {
  return employee.id === myId ? manager : employee;
}
