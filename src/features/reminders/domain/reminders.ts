import type { DueCounts } from '../../mail/domain/messages.ts';

/** From eight in the morning on, where the organisation is. */
export const firstHour = 8;
/** In days, between two reminders that tell of something overdue. */
const week = 7;

/**
 * Whether somebody is reminded today: the day before something is due; of what is overdue, on the first day and then
 * weekly. One mail tells of everything, so one that goes out anyway tells of what is overdue as well.
 */
export function isReminderDue(counts: DueCounts, lastOfOverdueOn: string | null, today: string): boolean {
  if (counts.tomorrow > 0) return true;
  if (counts.overdue === 0) return false;
  if (lastOfOverdueOn === null) return true;
  return Temporal.PlainDate.from(lastOfOverdueOn).until(today).days >= week;
}

/** The organisation's date, and whether it is late enough in its day. */
export function morningOf(now: Date, timeZone: string): { today: string; hasBegun: boolean } {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  return { today: local.toPlainDate().toString(), hasBegun: local.hour >= firstHour };
}
