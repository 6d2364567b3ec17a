import type { DueCounts } from '../../mail/domain/messages.ts';
import { nextAtWork, workingDayAfter } from './working-hours.ts';
import type { WorkingTime } from './working-hours.ts';

/** In days, between two reminders that tell of something overdue. */
const week = 7;

/**
 * Whether somebody is reminded today: on the last working day before something is due; of what is overdue, on the first
 * day and then weekly. One mail tells of everything, so one that goes out anyway tells of what is overdue as well.
 */
export function isReminderDue(counts: DueCounts, lastOfOverdueOn: string | null, today: string): boolean {
  if (counts.tomorrow > 0) return true;
  if (counts.overdue === 0) return false;
  if (lastOfOverdueOn === null) return true;
  return Temporal.PlainDate.from(lastOfOverdueOn).until(today).days >= week;
}

export interface DayAtWork {
  today: string;
  /** The next working day: what is due by then has to be told of today. */
  next: string;
  /** The weekday of `next`, where it is not tomorrow. */
  by: string | null;
  isAtWork: boolean;
}

/** The day it is for somebody, and whether they are at work at this moment. */
export function dayAtWork(now: Date, time: WorkingTime): DayAtWork {
  const moment = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  const today = moment.toZonedDateTimeISO(time.timeZone).toPlainDate();
  const next = workingDayAfter(today, 1, time.hours);
  const isTomorrow = today.until(next).days === 1;
  return {
    today: today.toString(),
    next: next.toString(),
    by: isTomorrow ? null : next.toLocaleString('en', { weekday: 'long' }),
    isAtWork: nextAtWork(moment, time).equals(moment),
  };
}
