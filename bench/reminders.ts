import { sql } from 'kysely';
import { remindOfMeetings } from '../src/features/reminders/server/remind-of-meetings.ts';
import { asOwner } from '../src/server/database/as-owner.ts';
import { openPools } from '../src/server/database/open.ts';
import type { Place } from '../src/server/database/open.ts';
import { benchSecretKey, withDatabase } from './serve.ts';

const sizes = process.argv.includes('--small')
  ? [5_000]
  : process.argv.includes('--million')
    ? [100_000, 1_000_000]
    : [100_000];
const timeZone = 'Europe/Berlin';
/** A Monday morning on which everybody is reminded: a fifth of the series meet on each working day. */
const monday = new Date('2027-03-01T08:00:00Z');

/** The run that looks for reminders: when every series has to be looked at at once, and when none has. */
export async function measureReminders(): Promise<void> {
  for (const size of sizes) {
    await withDatabase(async (place) => {
      await fill(place, size);
      const pools = await openPools(place, { secretKey: benchSecretKey, onError: () => {} });
      const run = async (now: Date) => {
        const began = performance.now();
        const notices = await remindOfMeetings({
          worker: pools.worker,
          clock: () => now,
          timeZone,
          longest: Infinity,
        });
        return { notices, ms: performance.now() - began };
      };
      const all = await run(monday);
      const mb = Math.round(process.memoryUsage().rss / 1e6);
      const none = await run(new Date(monday.getTime() + 300_000));
      await pools.end();
      const label = size.toLocaleString('en');
      console.log(
        `reminders, ${label} series to look at at once: ${(all.ms / 1000).toFixed(1)} s, ${all.notices.toLocaleString('en')} notices, ${Math.round(size / (all.ms / 1000))} series/s, ${mb} MB`,
      );
      console.log(`reminders, of ${label} series none to look at: ${none.ms.toFixed(1)} ms`);
    });
  }
}

/** Eight people to a manager, and each pair's series. */
async function fill(place: Place, size: number): Promise<void> {
  await asOwner(place, async (db) => {
    await db.run(sql`create temp table pairs as
      select n, gen_random_uuid() as employee, (n - 1) / 8 as m from generate_series(1, ${size}::int) n`);
    await db.run(sql`create temp table managers as
      select m, gen_random_uuid() as manager, gen_random_uuid() as team from (select distinct m from pairs) x`);
    await db.run(sql`insert into person (id, name, has_login)
                     select manager, 'Manager ' || m, true from managers
                      union all select employee, 'Employee ' || n, true from pairs`);
    await db.run(sql`insert into team (id, name) select team, 'Team ' || m from managers`);
    await db.run(sql`insert into team_manager (team_id, person_id) select team, manager from managers`);
    await db.run(
      sql`insert into team_member (team_id, person_id) select team, employee from pairs join managers using (m)`,
    );
    await db.run(sql`
      insert into series (id, manager_id, employee_id, cadence, weekday, at, time_zone, starts_on, minutes, rule_since,
                          created_at, updated_at, look_at)
      select gen_random_uuid(), manager, employee, 'weekly', 1 + n % 5, '10:00', ${timeZone}, '2027-01-04', 30,
             '2027-02-26', '2027-01-01', '2027-01-01', '2027-03-01T08:00Z'
        from pairs join managers using (m)`);
    await db.run(sql`insert into agenda (series_id) select id from series`);
    for (const table of ['person', 'team', 'team_manager', 'team_member', 'series', 'agenda'])
      await db.run(sql`analyze ${sql.table(table)}`);
  });
}

if (import.meta.main) await measureReminders();
