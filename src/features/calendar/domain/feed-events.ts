import { loneMeetings, meetingEvent, movedMeetings, seriesEvent } from './series-events.ts';
import type { CalendarEvent, SeriesInCalendar } from './series-events.ts';

/** In days: what is older stands in no feed. */
const pastDays = 90;
/** In minutes. */
const preparation = 15;

/** From a month's beginning, so that the feed does not change every day of itself. */
export function feedSince(now: Date): Temporal.Instant {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC');
  return today.subtract({ days: pastDays }).with({ day: 1 }).startOfDay().toInstant();
}

/** Everything of a series that a calendar shows: the rule, what was moved, what stands by itself. */
export function feedEvents(series: SeriesInCalendar, since: Temporal.Instant): CalendarEvent[] {
  const ruleSince = Temporal.Instant.from(series.ruleSince);
  const from = Temporal.Instant.compare(ruleSince, since) > 0 ? ruleSince : since;
  const whole = seriesEvent(series, from);
  const isWithin = (instant: string) => Date.parse(instant) >= from.epochMilliseconds;
  const moved = whole === null ? [] : movedMeetings(series).filter(({ slotAt }) => isWithin(slotAt));
  const alone = loneMeetings(series).filter(
    ({ startsAt }) =>
      Date.parse(startsAt) >= since.epochMilliseconds &&
      (series.endedAt === null || Date.parse(startsAt) < Date.parse(series.endedAt)),
  );
  return [
    ...(whole === null ? [] : [whole]),
    ...[...moved, ...alone].map((meeting) => meetingEvent(series, meeting)),
  ];
}

/** A quarter of an hour before; none for a series that begins with the day, whose days would be others. */
export function preparationFor(event: CalendarEvent): CalendarEvent | null {
  const start = event.start.subtract({ minutes: preparation });
  const { recurrence, instead } = event;
  if (recurrence !== null && !start.toPlainDate().equals(event.start.toPlainDate())) return null;
  return {
    ...event,
    start,
    minutes: preparation,
    recurrence: recurrence && {
      ...recurrence,
      start,
      excluded: recurrence.excluded.map((slot) => slot.subtract({ minutes: preparation })),
    },
    instead: instead?.subtract({ minutes: preparation }) ?? null,
  };
}
