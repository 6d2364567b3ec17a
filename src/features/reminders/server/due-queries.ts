import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { zoneOr } from '../../../shared/time-zones.ts';
import type { DueCounts } from '../../mail/domain/messages.ts';
import { sharedStates } from '../../one-on-ones/domain/states.ts';
import type { DayAtWork } from '../domain/reminders.ts';
import { usualHours } from '../domain/working-hours.ts';
import type { WorkingTime } from '../domain/working-hours.ts';

interface DueRow {
  person_id: string;
  tomorrow: number;
  overdue: number;
  last_of_overdue_on: string | null;
}

/** As stored; null where the organisation's zone or the usual hours hold. */
export interface StoredTime {
  time_zone: string | null;
  days: number[] | null;
  begins_at: string | null;
  ends_at: string | null;
}

const timeColumns = sql`p.time_zone, w.days, to_char(w.begins_at, 'HH24:MI') as begins_at, to_char(w.ends_at, 'HH24:MI') as ends_at`;

/** All the different times at which people work: few, however many people there are. */
export async function workingTimes(db: Db): Promise<StoredTime[]> {
  return db.all(sql<StoredTime>`
    select distinct ${timeColumns} from person p left join working_hours w on w.person_id = p.id
     where p.active and p.has_login`);
}

export async function workingTimeOf(db: Db, personId: string): Promise<StoredTime | undefined> {
  return db.first(sql<StoredTime>`
    select ${timeColumns} from person p left join working_hours w on w.person_id = p.id where p.id = ${personId}`);
}

export function workingTime(stored: StoredTime | undefined, organisationZone: string): WorkingTime {
  const { days = null, begins_at: beginsAt = null, ends_at: endsAt = null } = stored ?? {};
  const isSet = days !== null && beginsAt !== null && endsAt !== null;
  return {
    timeZone: zoneOr(stored?.time_zone, organisationZone),
    hours: isSet ? { days, beginsAt, endsAt } : usualHours,
  };
}

/** Whoever of those that work at such times owes something by their next day, and can sign in to look at it. */
export async function peopleWithDue(db: Db, time: StoredTime, day: DayAtWork): Promise<DueRow[]> {
  return db.all(sql<DueRow>`
    select a.owner_id as person_id, ${countsOn(day)},
           (select max(r.sent_on) from reminder_sent r where r.person_id = a.owner_id and r.of_overdue) as last_of_overdue_on
      from action_item a
      join one_on_one o on o.id = a.one_on_one_id and o.state = any(${sharedStates}::one_on_one_state[])
      join person p on p.id = a.owner_id and p.active and p.has_login
      left join working_hours w on w.person_id = p.id
     where ${isDueBy(day)}
       and p.time_zone is not distinct from ${time.time_zone}::text and w.days is not distinct from ${time.days}::smallint[]
       and w.begins_at is not distinct from ${time.begins_at}::time and w.ends_at is not distinct from ${time.ends_at}::time
       and not exists (select from reminder_sent r where r.person_id = a.owner_id and r.sent_on = ${day.today}::date)
     group by a.owner_id`);
}

/** How many of one person's, when the reminder is mailed: what was done meanwhile is not told of. */
export async function dueCountsOf(db: Db, personId: string, day: DayAtWork): Promise<DueCounts> {
  const row = await db.first(sql<DueCounts>`
    select ${countsOn(day)}
      from action_item a
      join one_on_one o on o.id = a.one_on_one_id and o.state = any(${sharedStates}::one_on_one_state[])
     where a.owner_id = ${personId} and ${isDueBy(day)}`);
  return { tomorrow: row?.tomorrow ?? 0, overdue: row?.overdue ?? 0, by: day.by };
}

function countsOn({ today }: DayAtWork): RawBuilder<unknown> {
  return sql`(count(*) filter (where a.due_on > ${today}::date))::int as tomorrow,
             (count(*) filter (where a.due_on < ${today}::date))::int as overdue`;
}

function isDueBy({ next }: DayAtWork): RawBuilder<unknown> {
  return sql`a.done_at is null and a.dropped_at is null and a.due_on <= ${next}::date`;
}
