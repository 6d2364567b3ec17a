/** When somebody works, on the wall: Monday is 1; times like `09:00`, the first before the second. */
export interface WorkingHours {
  days: readonly number[];
  beginsAt: string;
  endsAt: string;
}

export const usualHours: WorkingHours = { days: [1, 2, 3, 4, 5], beginsAt: '09:00', endsAt: '17:00' };

/** Where and when somebody works. */
export interface WorkingTime {
  timeZone: string;
  hours: WorkingHours;
}

export function isWorkingDay(day: Temporal.PlainDate, { days }: WorkingHours): boolean {
  return days.includes(day.dayOfWeek);
}

/** Few days and times of many people: looking one up in the rules of its zone takes longest of all. */
const openings = new Map<string, Temporal.Instant>();
const mostOpenings = 20_000;

/** The beginning of somebody's work on a day. */
export function openingOn(day: Temporal.PlainDate, { timeZone, hours }: WorkingTime): Temporal.Instant {
  const key = `${day.toString()} ${hours.beginsAt} ${timeZone}`;
  const known = openings.get(key);
  if (known !== undefined) return known;
  if (openings.size >= mostOpenings) openings.clear();
  const opening = day.toZonedDateTime({ timeZone, plainTime: hours.beginsAt }).toInstant();
  openings.set(key, opening);
  return opening;
}

/**
 * So many working days before a day. Who works on few days is not reminded weeks ahead: at most seven days more than
 * were asked for lie between, so that one working day a week gives the same day of the week before.
 */
export function workingDayBefore(
  day: Temporal.PlainDate,
  count: number,
  hours: WorkingHours,
): Temporal.PlainDate {
  return workingDayFrom(day, count, hours, -1);
}

/** The first working day after one, or so many after it; as few days away. */
export function workingDayAfter(
  day: Temporal.PlainDate,
  count: number,
  hours: WorkingHours,
): Temporal.PlainDate {
  return workingDayFrom(day, count, hours, 1);
}

function workingDayFrom(
  day: Temporal.PlainDate,
  count: number,
  hours: WorkingHours,
  direction: 1 | -1,
): Temporal.PlainDate {
  let found = day;
  let passed = 0;
  for (let away = 1; away <= count + 7 && passed < count; away += 1) {
    const other = day.add({ days: away * direction });
    if (!isWorkingDay(other, hours)) continue;
    found = other;
    passed += 1;
  }
  return found;
}

/** This very moment where somebody is at work, else when they are next. */
export function nextAtWork(moment: Temporal.Instant, time: WorkingTime): Temporal.Instant {
  const local = moment.toZonedDateTimeISO(time.timeZone);
  const today = local.toPlainDate();
  if (isWorkingDay(today, time.hours)) {
    const opening = openingOn(today, time);
    if (Temporal.Instant.compare(moment, opening) < 0) return opening;
    const closing = today.toZonedDateTime({ timeZone: time.timeZone, plainTime: time.hours.endsAt });
    if (Temporal.ZonedDateTime.compare(local, closing) < 0) return moment;
  }
  return openingOn(workingDayAfter(today, 1, time.hours), time);
}
