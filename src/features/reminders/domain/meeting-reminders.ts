import { isWorkingDay, nextAtWork, openingOn, workingDayAfter, workingDayBefore } from './working-hours.ts';
import type { WorkingTime } from './working-hours.ts';

export const reminderKinds = ['add-to-agenda', 'review-agenda', 'finish-record'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Working days before the meeting; of `finish-record`, after it. */
export const usualDays: Record<ReminderKind, number> = {
  'add-to-agenda': 2,
  'review-agenda': 1,
  'finish-record': 1,
};

export interface ReminderChoice {
  wanted: boolean;
  /** Null: as the product has it. */
  daysBefore: number | null;
}

/** Of one person. */
export interface ReminderSettings extends WorkingTime {
  choices: Partial<Record<ReminderKind, ReminderChoice>>;
}

export interface Reminder {
  kind: ReminderKind;
  dueAt: Temporal.Instant;
  /** From here on it makes no sense any more. */
  until: Temporal.Instant;
}

export function daysOf(kind: ReminderKind, { choices }: ReminderSettings): number {
  return choices[kind]?.daysBefore ?? usualDays[kind];
}

/** When somebody is reminded of a meeting: at the beginning of a working day of theirs, never on another day. */
export function remindersOf(
  { startsAt, endsAt }: { startsAt: Temporal.Instant; endsAt: Temporal.Instant },
  settings: ReminderSettings,
  kinds: readonly ReminderKind[] = reminderKinds,
): Reminder[] {
  return kinds.flatMap((kind): Reminder[] => {
    if (settings.choices[kind]?.wanted === false) return [];
    const days = daysOf(kind, settings);
    if (kind !== 'finish-record') {
      return [{ kind, dueAt: dueBefore(startsAt, days, settings), until: startsAt }];
    }
    const dueAt = dueAfter(endsAt, days, settings);
    return [{ kind, dueAt, until: dueAt.add({ hours: 7 * 24 }) }];
  });
}

/** On the day itself only where work begins before the meeting does. */
function dueBefore(startsAt: Temporal.Instant, days: number, settings: ReminderSettings): Temporal.Instant {
  const { timeZone, hours } = settings;
  const day = startsAt.toZonedDateTimeISO(timeZone).toPlainDate();
  if (days === 0 && isWorkingDay(day, hours)) {
    const opening = openingOn(day, settings);
    if (Temporal.Instant.compare(opening, startsAt) < 0) return opening;
  }
  return openingOn(workingDayBefore(day, Math.max(1, days), hours), settings);
}

function dueAfter(endsAt: Temporal.Instant, days: number, settings: ReminderSettings): Temporal.Instant {
  const { timeZone, hours } = settings;
  if (days === 0) return nextAtWork(endsAt, settings);
  const day = endsAt.toZonedDateTimeISO(timeZone).toPlainDate();
  return openingOn(workingDayAfter(day, days, hours), settings);
}
