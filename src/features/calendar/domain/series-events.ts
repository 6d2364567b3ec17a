import { isSlot } from '../../series/domain/meetings.ts';
import type { Arrangement, Occurrence } from '../../series/domain/meetings.ts';
import { recurrenceOf } from './recurrence-of.ts';
import type { Recurrence } from './recurrence-of.ts';

/** What a calendar shows of a series, or of one meeting of it. */
export interface CalendarEvent {
  /** The series, or the meeting where it stands alone. */
  about: string;
  sequence: number;
  start: Temporal.ZonedDateTime;
  minutes: number;
  /** Null of one meeting. */
  recurrence: Recurrence | null;
  /** When the rule has it, of a meeting that is elsewhere. */
  instead: Temporal.ZonedDateTime | null;
}

export interface SeriesInCalendar extends Arrangement {
  id: string;
  sequence: number;
  meetings: MeetingInCalendar[];
}

export interface MeetingInCalendar extends Occurrence {
  id: string;
  sequence: number;
}

/**
 * iTIP's SEQUENCE: higher with every change, also where the meeting that was changed is forgotten with the rule that had
 * it, and a later one of the same name begins anew.
 */
function sequenceOf(series: SeriesInCalendar, meeting?: MeetingInCalendar): number {
  return series.sequence * 1000 + Math.min(meeting?.sequence ?? 0, 999);
}

/** The whole series: what the rule says, without what was called off; null where nothing is left. */
export function seriesEvent(series: SeriesInCalendar, since: Temporal.Instant): CalendarEvent | null {
  const without = series.meetings
    .filter((meeting) => !meeting.isExtra && isCalledOff(meeting) && isOfRule(series, meeting))
    .map(({ slotAt }) => Temporal.Instant.from(slotAt));
  const until = series.endedAt === null ? null : Temporal.Instant.from(series.endedAt);
  const recurrence = recurrenceOf(series.rule, { since, until, without });
  if (recurrence === null) return null;
  const { id, minutes } = series;
  const { start } = recurrence;
  return { about: id, sequence: sequenceOf(series), start, minutes, recurrence, instead: null };
}

/** That a series is no more, or meets by no rule any more, needs no more than its name. */
export function endOfSeries(series: SeriesInCalendar): CalendarEvent {
  const since = Temporal.Instant.from(series.ruleSince);
  const event = seriesEvent({ ...series, endedAt: null }, since);
  if (event !== null) return event;
  const start = since.toZonedDateTimeISO(series.rule.timeZone).round('minute');
  const { id, minutes } = series;
  return { about: id, sequence: sequenceOf(series), start, minutes, recurrence: null, instead: null };
}

/** One meeting: in the series' place for it, or by itself where the rule does not have it. */
export function meetingEvent(series: SeriesInCalendar, meeting: MeetingInCalendar): CalendarEvent {
  const isAlone = meeting.isExtra || !isOfRule(series, meeting);
  const { timeZone } = series.rule;
  return {
    about: isAlone ? meeting.id : series.id,
    sequence: sequenceOf(series, meeting),
    start: Temporal.Instant.from(meeting.startsAt).toZonedDateTimeISO(timeZone),
    minutes: meeting.minutes,
    recurrence: null,
    instead: isAlone ? null : Temporal.Instant.from(meeting.slotAt).toZonedDateTimeISO(timeZone),
  };
}

/** Meetings of the rule that take place at another time, or for longer or shorter. */
export function movedMeetings(series: SeriesInCalendar): MeetingInCalendar[] {
  return series.meetings.filter(
    (meeting) =>
      !meeting.isExtra &&
      !isCalledOff(meeting) &&
      isOfRule(series, meeting) &&
      (Date.parse(meeting.slotAt) !== Date.parse(meeting.startsAt) || meeting.minutes !== series.minutes),
  );
}

/** Meetings that stand by themselves: agreed beside the rule, or left by an earlier one. */
export function loneMeetings(series: SeriesInCalendar): MeetingInCalendar[] {
  return series.meetings.filter(
    (meeting) => !isCalledOff(meeting) && (meeting.isExtra || !isOfRule(series, meeting)),
  );
}

export function isCalledOff({ status }: Occurrence): boolean {
  return status === 'skipped' || status === 'cancelled';
}

export function isOfRule(series: SeriesInCalendar, { slotAt }: Occurrence): boolean {
  return isSlot(series, slotAt);
}
