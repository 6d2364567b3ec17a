import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { DueCounts } from '../../mail/domain/messages.ts';
import { sharedStates } from '../../one-on-ones/domain/states.ts';

interface DueRow extends DueCounts {
  person_id: string;
  last_of_overdue_on: string | null;
}

/** Whoever owes something by tomorrow, and can sign in to look at it. */
export async function peopleWithDue(db: Db, today: string): Promise<DueRow[]> {
  return db.all(sql<DueRow>`
    select a.owner_id as person_id, ${countsOn(today)},
           (select max(r.sent_on) from reminder_sent r where r.person_id = a.owner_id and r.of_overdue) as last_of_overdue_on
      from action_item a
      join one_on_one o on o.id = a.one_on_one_id and o.state = any(${sharedStates}::one_on_one_state[])
      join person p on p.id = a.owner_id and p.active and p.has_login
     where ${isDueBy(today)}
       and not exists (select from reminder_sent r where r.person_id = a.owner_id and r.sent_on = ${today}::date)
     group by a.owner_id`);
}

/** How many of one person's, when the reminder is mailed: what was done meanwhile is not told of. */
export async function dueCountsOf(db: Db, personId: string, today: string): Promise<DueCounts> {
  const row = await db.first(sql<DueCounts>`
    select ${countsOn(today)}
      from action_item a
      join one_on_one o on o.id = a.one_on_one_id and o.state = any(${sharedStates}::one_on_one_state[])
     where a.owner_id = ${personId} and ${isDueBy(today)}`);
  return row ?? { tomorrow: 0, overdue: 0 };
}

function countsOn(today: string): RawBuilder<unknown> {
  return sql`(count(*) filter (where a.due_on = ${today}::date + 1))::int as tomorrow,
             (count(*) filter (where a.due_on < ${today}::date))::int as overdue`;
}

function isDueBy(today: string): RawBuilder<unknown> {
  return sql`a.done_at is null and a.dropped_at is null and a.due_on <= ${today}::date + 1`;
}
