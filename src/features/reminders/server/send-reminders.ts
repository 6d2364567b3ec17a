import { sql } from 'kysely';
import type pg from 'pg';
import { dbOn } from '../../../server/database/query.ts';
import { newId } from '../../../server/ids.ts';
import { dayAtWork, isReminderDue } from '../domain/reminders.ts';
import { peopleWithDue, workingTime, workingTimes } from './due-queries.ts';

interface ReminderSettings {
  worker: pg.Pool;
  clock: () => Date;
  /** Of the organisation. */
  timeZone: string;
}

/**
 * Writes a notice for everybody at work who is to be reminded of action items today; mail and inbox do the rest. Run
 * every few minutes, by as many processes as there are: a person's day is taken once. Answers how many were reminded.
 */
export async function sendReminders({ worker, clock, timeZone }: ReminderSettings): Promise<number> {
  const now = clock();
  const db = dbOn(worker);
  let reminded = 0;
  for (const stored of await workingTimes(db)) {
    const day = dayAtWork(now, workingTime(stored, timeZone));
    if (!day.isAtWork) continue;
    for (const row of await peopleWithDue(db, stored, day)) {
      if (!isReminderDue(row, row.last_of_overdue_on, day.today)) continue;
      const written = await db.first(
        sql<{
          is: boolean;
        }>`select app.remind(${newId()}, ${row.person_id}, ${day.today}, ${row.overdue > 0}, ${now}) as is`,
      );
      if (written?.is === true) reminded += 1;
    }
  }
  return reminded;
}
