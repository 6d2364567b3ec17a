import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { zoneOr } from '../../../shared/time-zones.ts';
import { meetingsBetween } from '../../series/domain/meetings.ts';
import type { Occurrence } from '../../series/domain/meetings.ts';
import type { Rule } from '../../series/domain/recurrence.ts';
import { ruleOf } from '../../series/server/series-reach.ts';
import { farthestReminder, longestLookAhead } from '../domain/look-at-series.ts';
import type { MeetingToRemindOf, PersonToRemind } from '../domain/look-at-series.ts';
import type { ReminderChoice, ReminderKind } from '../domain/meeting-reminders.ts';
import { usualHours } from '../domain/working-hours.ts';

/** A series as the reminders know it: no word that anybody wrote. */
export interface SeriesToLookAt {
  id: string;
  /** To the microsecond, as text: whether it was changed meanwhile. */
  look_at: string;
  rule: Rule;
  minutes: number;
  rule_since: string;
  manager: Person;
  employee: Person;
  meetings: StoredMeeting[];
  /** What was told already. */
  told: { person: string; kind: ReminderKind; on: string }[];
  has_objective: boolean;
  has_topics: boolean;
}

interface Person {
  id: string;
  name: string;
  may_be_told: boolean;
  time_zone: string | null;
  hours: { days: number[]; begins_at: string; ends_at: string } | null;
  choices: { kind: ReminderKind; wanted: boolean; days_before: number | null }[] | null;
}

interface StoredMeeting extends Occurrence {
  heldAt: string | null;
  endedAt: string | null;
  oneOnOneId: string | null;
  record: string | null;
}

/** How many series one turn begins with; all that their managers have to look at come along. */
const atOnce = 300;

const personJson = (alias: string): RawBuilder<unknown> => {
  const p = sql.ref(alias);
  return sql`json_build_object(
    'id', ${p}.id, 'name', ${p}.name, 'may_be_told', ${p}.active and ${p}.has_login, 'time_zone', ${p}.time_zone,
    'hours', (select json_build_object('days', w.days, 'begins_at', to_char(w.begins_at, 'HH24:MI'),
                                       'ends_at', to_char(w.ends_at, 'HH24:MI'))
                from working_hours w where w.person_id = ${p}.id),
    'choices', (select json_agg(json_build_object('kind', c.kind, 'wanted', c.wanted, 'days_before', c.days_before))
                  from reminder_choice c where c.person_id = ${p}.id))`;
};

/** An instant of PostgreSQL in JSON, as the domain reads it. */
const iso = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

function columnsAround(now: Date): RawBuilder<unknown> {
  const [from, to] = spanAround(now);
  return sql`
    s.id, s.look_at::text as look_at, ${ruleOf} as rule, s.minutes, s.rule_since,
    ${personJson('m')} as manager, ${personJson('e')} as employee,
    coalesce(a.has_objective, false) as has_objective, coalesce(a.has_topics, false) as has_topics,
    coalesce((select json_agg(json_build_object(
        'slotAt', ${iso(sql`g.slot_at`)}, 'startsAt', ${iso(sql`g.starts_at`)}, 'minutes', g.minutes,
        'status', g.status, 'late', false, 'isExtra', g.is_extra, 'heldAt', ${iso(sql`g.held_at`)},
        'endedAt', ${iso(sql`g.ended_at`)}, 'oneOnOneId', r.one_on_one_id, 'record', o.state))
      from meeting g
      left join meeting_record r on r.meeting_id = g.id
      left join one_on_one o on o.id = r.one_on_one_id
     where g.series_id = s.id
       and (g.starts_at between ${from} and ${to} or g.slot_at between ${from} and ${to})), '[]') as meetings,
    coalesce((select json_agg(json_build_object('person', t.person_id, 'kind', t.kind, 'on', t.meeting_on))
      from meeting_reminder t
     where t.series_id = s.id and t.meeting_on >= ${from}::timestamptz::date - 1), '[]') as told`;
}

const tables = sql`
  series s
  join person m on m.id = s.manager_id
  join person e on e.id = s.employee_id
  left join agenda a on a.series_id = s.id`;

const day = 24 * 3_600_000;

function spanAround(now: Date): [Date, Date] {
  return [
    new Date(now.getTime() - (farthestReminder + 1) * day),
    new Date(now.getTime() + (longestLookAhead + farthestReminder) * day),
  ];
}

/** The next turn's: all due ones of some managers, so that a manager is told of all theirs at once. */
export async function seriesDue(db: Db, now: Date): Promise<SeriesToLookAt[]> {
  return db.all(sql<SeriesToLookAt>`
    select ${columnsAround(now)} from ${tables}
     where s.ended_at is null and s.look_at <= ${now}
       and s.manager_id in (select f.manager_id
                              from (select manager_id from series
                                     where ended_at is null and look_at <= ${now}
                                     order by look_at limit ${atOnce}) f)`);
}

/** What else these people have to be looked at for: it is told with the rest, and looked at again in its own turn. */
export async function otherSeriesDue(
  db: Db,
  now: Date,
  people: readonly string[],
  known: readonly string[],
): Promise<SeriesToLookAt[]> {
  return db.all(sql<SeriesToLookAt>`
    select ${columnsAround(now)} from ${tables}
     where s.id in (select id from series where manager_id = any(${people}::uuid[])
                     union select id from series where employee_id = any(${people}::uuid[]))
       and s.ended_at is null and s.look_at <= ${now} and s.id <> all(${known}::uuid[])`);
}

export async function seriesById(db: Db, now: Date, ids: readonly string[]): Promise<SeriesToLookAt[]> {
  return db.all(sql<SeriesToLookAt>`
    select ${columnsAround(now)} from ${tables} where s.id = any(${ids}::uuid[]) and s.ended_at is null`);
}

export interface StandingMeeting extends MeetingToRemindOf {
  oneOnOneId: string | null;
}

/** The series' meetings around now, as far as any reminder reaches. */
export function meetingsAround(series: SeriesToLookAt, now: Date): StandingMeeting[] {
  const { rule, minutes, rule_since: ruleSince } = series;
  const arrangement = { rule, minutes, ruleSince, endedAt: null };
  const [from, to] = spanAround(now);
  return meetingsBetween(arrangement, series.meetings, from, to).map((meeting) => {
    const stored = 'record' in meeting ? meeting : null;
    const begun = Date.parse(stored?.heldAt ?? meeting.startsAt);
    return {
      on: Temporal.Instant.from(meeting.startsAt).toZonedDateTimeISO(rule.timeZone).toPlainDate().toString(),
      startsAt: meeting.startsAt,
      endsAt: stored?.endedAt ?? new Date(begun + meeting.minutes * 60_000).toISOString(),
      status: meeting.status,
      record: stored?.record ?? null,
      oneOnOneId: stored?.oneOnOneId ?? null,
    };
  });
}

export function peopleOf(series: SeriesToLookAt, organisationZone: string): PersonToRemind[] {
  return [
    { ...personToRemind(series.manager, organisationZone), side: 'manager' as const },
    { ...personToRemind(series.employee, organisationZone), side: 'employee' as const },
  ];
}

function personToRemind({ id, time_zone: zone, hours, choices }: Person, organisationZone: string) {
  const chosen: Partial<Record<ReminderKind, ReminderChoice>> = {};
  for (const { kind, wanted, days_before: daysBefore } of choices ?? [])
    chosen[kind] = { wanted, daysBefore };
  return {
    personId: id,
    timeZone: zoneOr(zone, organisationZone),
    hours:
      hours === null ? usualHours : { days: hours.days, beginsAt: hours.begins_at, endsAt: hours.ends_at },
    choices: chosen,
  };
}
