import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { AboutMeetings, Invitation } from '../../mail/domain/invitations.ts';
import type { Rule } from '../../series/domain/recurrence.ts';
import { ruleOf } from '../../series/server/series-reach.ts';
import { endOfSeries, isCalledOff, isOfRule, meetingEvent, seriesEvent } from '../domain/series-events.ts';
import type { CalendarEvent, MeetingInCalendar, SeriesInCalendar } from '../domain/series-events.ts';
import { eventWords, uidOf } from './event-words.ts';
import { writeCalendar } from './write-calendar.ts';

interface Settings {
  clock: () => Date;
  baseUrl: URL;
  /** Whose address the mails have: neither of the two is the organizer, so that both calendars take it. */
  from: { address: string };
}

interface SeriesRow {
  id: string;
  rule: Rule;
  minutes: number;
  place: string;
  rule_since: string;
  sequence: number;
  ended_at: string | null;
  manager_id: string;
  manager_name: string;
  manager_email: string | null;
  employee_name: string;
  employee_email: string | null;
  /** Whether the recipient wants names in the titles. */
  names: boolean;
  /** The recipient's. */
  time_zone: string | null;
}

/** One event a message: some programs take no more than the first. */
interface Said {
  method: Invitation['method'];
  event: CalendarEvent;
}

/**
 * What a notice says to the recipient's calendar, from how things are as the mail is made: one that waited, or is tried
 * again, never says something older than another said.
 */
export function invitation({ clock, baseUrl, from }: Settings) {
  return async (db: Db, notice: AboutMeetings): Promise<Invitation | null> => {
    const row = await seriesOf(db, notice);
    if (row === undefined) return null;
    const series = await withMeetings(db, row);
    const said = notice.meeting_slot === null ? ofSeries(series) : ofMeeting(series, notice.meeting_slot);
    if (said === null) return null;
    const { method, event } = said;
    const counterpart = notice.recipient_id === row.manager_id ? row.employee_name : row.manager_name;
    const words = eventWords(baseUrl, row, row.names ? counterpart : null);
    const content = writeCalendar([{ event, words, uid: uidOf(baseUrl, event.about) }], {
      stamp: clock(),
      itip: { method, organizer: { name: 'Duologue', email: from.address }, attendees: attendeesOf(row) },
    });
    const startsAt = event.start.toInstant().toString();
    return { method, content, startsAt, timeZone: row.time_zone ?? row.rule.timeZone };
  };
}

function ofSeries(series: SeriesInCalendar): Said | null {
  if (series.endedAt !== null) return { method: 'CANCEL', event: endOfSeries(series) };
  if (series.rule.cadence === 'on_demand') {
    return series.sequence === 0 ? null : { method: 'CANCEL', event: endOfSeries(series) };
  }
  const whole = seriesEvent(series, Temporal.Instant.from(series.ruleSince));
  if (whole === null) return null;
  return { method: 'REQUEST', event: whole };
}

function ofMeeting(series: SeriesInCalendar, slot: string): Said | null {
  const meeting = series.meetings.find(({ slotAt }) => Date.parse(slotAt) === Date.parse(slot));
  // Forgotten with the rule that had it: the whole series is told of then.
  if (meeting === undefined || (!meeting.isExtra && !isOfRule(series, meeting))) return null;
  if (series.endedAt !== null && !meeting.isExtra) return null;
  const isOff = isCalledOff(meeting) || series.endedAt !== null;
  return { method: isOff ? 'CANCEL' : 'REQUEST', event: meetingEvent(series, meeting) };
}

function attendeesOf(row: SeriesRow) {
  return [
    { name: row.manager_name, email: row.manager_email },
    { name: row.employee_name, email: row.employee_email },
  ].flatMap(({ name, email }) => (email === null ? [] : [{ name, email }]));
}

async function seriesOf(db: Db, { series_id, recipient_id }: AboutMeetings): Promise<SeriesRow | undefined> {
  return db.first(sql<SeriesRow>`
    select s.id, ${ruleOf} as rule, s.minutes, s.place, s.rule_since, s.sequence, s.ended_at, s.manager_id,
           m.name as manager_name, ma.email as manager_email, e.name as employee_name, ea.email as employee_email,
           coalesce((select c.names from calendar_choice c where c.person_id = ${recipient_id}), true) as names,
           case when m.id = ${recipient_id} then m.time_zone else e.time_zone end as time_zone
      from series s
      join person m on m.id = s.manager_id
      join person e on e.id = s.employee_id
      left join person_address ma on ma.person_id = m.id
      left join person_address ea on ea.person_id = e.id
     where s.id = ${series_id} and ${recipient_id} in (s.manager_id, s.employee_id)`);
}

async function withMeetings(db: Db, row: SeriesRow): Promise<SeriesInCalendar> {
  const meetings = await db.all(sql<MeetingInCalendar>`
    select id, slot_at as "slotAt", starts_at as "startsAt", minutes, status, sequence, is_extra as "isExtra",
           false as late
      from meeting where series_id = ${row.id} and (slot_at >= ${row.rule_since} or is_extra)`);
  const { id, rule, minutes, sequence, rule_since: ruleSince, ended_at: endedAt } = row;
  return { id, rule, minutes, sequence, ruleSince, endedAt, meetings };
}
