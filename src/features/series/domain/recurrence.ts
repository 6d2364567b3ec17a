/** How often the two meet. */
export const cadences = ['weekly', 'monthly', 'on_demand'] as const;
export type Cadence = (typeof cadences)[number];

/** Monday is 1, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** Of a month's such weekdays: the first to the fourth, or the last. */
export const ordinals = [1, 2, 3, 4, -1] as const;
export type Ordinal = (typeof ordinals)[number];

/**
 * When a series meets: wall-clock time in a time zone, so that 10:00 stays 10:00 across daylight saving. A time
 * that does not exist on its day (the clock is put forward) is taken as long after midnight as it would be without
 * the change; one that exists twice is its first. RFC 5545 says the same.
 */
export type Rule =
  | { cadence: 'on_demand'; timeZone: string; startsOn: string }
  | (Regular & { cadence: 'weekly' })
  | (Regular & { cadence: 'monthly'; nth: Ordinal });

interface Regular {
  /** Weeks or months from one to the next. */
  every: number;
  weekday: Weekday;
  /** `10:00` */
  at: string;
  timeZone: string;
  /** No meeting is before this day. */
  startsOn: string;
}

/** No series begins later, seen from a day. */
export function latestStart(today: string): string {
  return Temporal.PlainDate.from(today).add({ years: 2 }).toString();
}

/** Days of the rule from the first one on or after `from`, without end; a rule on demand has none. */
export function* daysFrom(rule: Rule, from: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  if (rule.cadence === 'on_demand') return;
  const start = Temporal.PlainDate.from(rule.startsOn);
  const earliest = Temporal.PlainDate.compare(from, start) > 0 ? from : start;
  yield* rule.cadence === 'weekly' ? weeklyDays(rule, start, earliest) : monthlyDays(rule, start, earliest);
}

function* weeklyDays(
  { every, weekday }: Regular,
  start: Temporal.PlainDate,
  earliest: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  const first = start.add({ days: (weekday - start.dayOfWeek + 7) % 7 });
  const daysApart = 7 * every;
  const ahead = first.until(earliest, { largestUnit: 'days' }).days;
  for (let at = Math.max(0, Math.ceil(ahead / daysApart)); ; at += 1)
    yield first.add({ days: at * daysApart });
}

function* monthlyDays(
  { every, weekday, nth }: Regular & { nth: Ordinal },
  start: Temporal.PlainDate,
  earliest: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  const inMonth = (month: Temporal.PlainYearMonth) => nthWeekday(month, weekday, nth);
  let month = start.toPlainYearMonth();
  if (Temporal.PlainDate.compare(inMonth(month), start) < 0) month = month.add({ months: 1 });
  const ahead = month.until(earliest.toPlainYearMonth(), { largestUnit: 'months' }).months;
  if (ahead > 0) month = month.add({ months: Math.floor(ahead / every) * every });
  for (; ; month = month.add({ months: every })) {
    const day = inMonth(month);
    if (Temporal.PlainDate.compare(day, earliest) >= 0) yield day;
  }
}

function nthWeekday(month: Temporal.PlainYearMonth, weekday: Weekday, nth: Ordinal): Temporal.PlainDate {
  if (nth === -1) {
    const last = month.toPlainDate({ day: month.daysInMonth });
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
  }
  const first = month.toPlainDate({ day: 1 });
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
}

/** The instants of the rule from `from` (included) to `to` (excluded), in order. */
export function slotsBetween(rule: Rule, from: Temporal.Instant, to: Temporal.Instant): Temporal.Instant[] {
  const slots: Temporal.Instant[] = [];
  for (const slot of slotsFrom(rule, from)) {
    if (Temporal.Instant.compare(slot, to) >= 0) break;
    slots.push(slot);
  }
  return slots;
}

/** The instants of the rule from `from` (included), without end. */
export function* slotsFrom(rule: Rule, from: Temporal.Instant): Generator<Temporal.Instant> {
  if (rule.cadence === 'on_demand') return;
  // A day earlier: where the clock is put forward, a slot can stand on the day after its own.
  const day = from.toZonedDateTimeISO(rule.timeZone).toPlainDate().subtract({ days: 1 });
  for (const date of daysFrom(rule, day)) {
    const slot = instantOf(date.toString(), rule.at, rule.timeZone);
    if (Temporal.Instant.compare(slot, from) >= 0) yield slot;
  }
}

/** A day and a wall-clock time in a zone, as an instant. */
export function instantOf(date: string, time: string, timeZone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant();
}

/** What is odd about a wall-clock time on its day, where the clocks are put forward or back; null on other days. */
export function oddityOf(date: string, time: string, timeZone: string): 'skipped' | 'twice' | null {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (Temporal.ZonedDateTime.compare(earlier, later) === 0) return null;
  return earlier.toPlainDateTime().equals(wall) ? 'twice' : 'skipped';
}
