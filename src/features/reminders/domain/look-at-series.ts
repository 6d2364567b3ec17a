import { daysOf, reminderKinds, remindersOf } from './meeting-reminders.ts';
import type { Reminder, ReminderKind, ReminderSettings } from './meeting-reminders.ts';
import { nextAtWork, openingOn, workingDayAfter } from './working-hours.ts';

/** One meeting as the reminders know it; instants as ISO 8601. */
export interface MeetingToRemindOf {
  /** The day it is on, where the series is: what is told, is told of that day. */
  on: string;
  startsAt: string;
  endsAt: string;
  status: 'planned' | 'held' | 'skipped' | 'cancelled';
  /** The state of its record; null where there is none. */
  record: string | null;
}

export interface PersonToRemind extends ReminderSettings {
  personId: string;
  side: 'manager' | 'employee';
}

export interface DueReminder {
  personId: string;
  kind: ReminderKind;
  meetingOn: string;
}

/** In days: however little is planned, a series is looked at again after so many. */
export const longestLookAhead = 7;
/** In days: no reminder comes earlier before its meeting, or later after it. */
export const farthestReminder = 23;

export function toldKey({ personId, kind, meetingOn }: DueReminder): string {
  return `${meetingOn} ${kind} ${personId}`;
}

interface Seen {
  due: DueReminder[];
  next: Temporal.Instant;
}

/**
 * What the two of a series are to be told now, and the next moment at which that can change by the clock alone.
 * `meetings` has those from `farthestReminder` days back to `longestLookAhead + farthestReminder` days ahead.
 */
export function lookAtSeries(
  meetings: readonly MeetingToRemindOf[],
  people: readonly PersonToRemind[],
  told: ReadonlySet<string>,
  now: Temporal.Instant,
): Seen {
  const seen: Seen = { due: [], next: now.add({ hours: longestLookAhead * 24 }) };
  const known = new Set(told);
  for (const meeting of meetings) {
    if (meeting.status === 'skipped' || meeting.status === 'cancelled') continue;
    const startsAt = Temporal.Instant.from(meeting.startsAt);
    const endsAt = Temporal.Instant.from(meeting.endsAt);
    for (const person of people) {
      const kinds = kindsAround(startsAt, endsAt, person, now);
      for (const reminder of remindersOf({ startsAt, endsAt }, person, kinds)) {
        const due = { personId: person.personId, kind: reminder.kind, meetingOn: meeting.on };
        const key = toldKey(due);
        if (known.has(key) || (reminder.kind !== 'finish-record' && meeting.status !== 'planned')) continue;
        const at = momentOf(reminder, meeting, person, now);
        if (at === null) continue;
        if (Temporal.Instant.compare(at, now) <= 0) {
          seen.due.push(due);
          known.add(key);
        } else if (Temporal.Instant.compare(at, seen.next) < 0) seen.next = at;
      }
    }
  }
  return seen;
}

/** In milliseconds. */
const day = 24 * 3_600_000;

/** Those that can be due now or before the next look: most meetings around are too far off for any. */
function kindsAround(
  { epochMilliseconds: start }: Temporal.Instant,
  { epochMilliseconds: end }: Temporal.Instant,
  settings: ReminderSettings,
  { epochMilliseconds: at }: Temporal.Instant,
): ReminderKind[] {
  return reminderKinds.filter((kind) => {
    const farthest = daysOf(kind, settings) + 8;
    if (kind !== 'finish-record') return start > at && start - farthest * day <= at + longestLookAhead * day;
    return end <= at + longestLookAhead * day && end + (farthest + 7) * day > at;
  });
}

/** When a reminder is told, or looked at again; null where it no longer makes sense. */
function momentOf(
  reminder: Reminder,
  meeting: MeetingToRemindOf,
  person: PersonToRemind,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const isDue = Temporal.Instant.compare(reminder.dueAt, now) <= 0;
  let at = isDue ? nextAtWork(now, person) : reminder.dueAt;
  if (
    reminder.kind === 'finish-record' &&
    Temporal.Instant.compare(at, now) <= 0 &&
    !isOpenFor(person.side, meeting)
  ) {
    // Nothing to do yet, perhaps tomorrow: the record is written, or sent for approval, in the days after.
    const today = now.toZonedDateTimeISO(person.timeZone).toPlainDate();
    at = openingOn(workingDayAfter(today, 1, person.hours), person);
  }
  return Temporal.Instant.compare(at, reminder.until) < 0 ? at : null;
}

/** Whether something of a past meeting is left to do for one of the two. */
export function isOpenFor(
  side: 'manager' | 'employee',
  { status, record }: Pick<MeetingToRemindOf, 'status' | 'record'>,
): boolean {
  if (side === 'employee') return record === 'pending_approval';
  return record === null ? status === 'planned' : record === 'draft' || record === 'active';
}
