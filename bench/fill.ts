import { sql } from 'kysely';
import { newSessionToken } from '../src/server/tokens.ts';
import { asOwner } from '../src/server/database/as-owner.ts';
import type { Place } from '../src/server/database/open.ts';
import { fillPeople, signInManager } from './fill-people.ts';

export interface BenchWorld {
  token: string;
  /** A one-on-one of the measured manager, with ten items. */
  oneOnOneId: string;
}

const perManager = 200;

/** `count` one-on-ones with ten items each, 200 a manager with ten employees, written by one statement a table. */
export async function fill(place: Place, count: number): Promise<BenchWorld> {
  const token = newSessionToken();
  const managers = Math.max(1, Math.round(count / perManager));
  await asOwner(place, async (db) => {
    await db.run(sql`alter table item disable trigger user`);
    await db.run(sql`alter table section disable trigger user`);
    await fillPeople(db, managers, 10);
    await db.run(sql`
      insert into one_on_one (id, manager_id, employee_id, title, held_on, state, version, created_at, updated_at)
      select gen_random_uuid(), e.manager_id, e.id, 'Weekly one-on-one', current_date - w * 7, 'active', 11,
             now() - make_interval(days => w * 7), now() - make_interval(days => w * 7, secs => e.k)
        from bench_employee e, generate_series(1, ${Math.ceil(perManager / 10)}::int) w`);
    await db.run(sql`
      insert into section (id, one_on_one_id, position, title)
      select gen_random_uuid(), o.id, s, 'Section ' || s from one_on_one o, generate_series(0, 3) s`);
    await db.run(sql`
      insert into item (id, one_on_one_id, section_id, position, kind, prompt, answer, answer_plain, version)
      select gen_random_uuid(), s.one_on_one_id, s.id, i, 'question', 'What went well, and what could improve?',
             jsonb_build_object('text', jsonb_build_object('type', 'doc', 'content', jsonb_build_array(
               jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(
                 jsonb_build_object('type', 'text', 'text', repeat('Some forty words that somebody wrote. ', 6))))))),
             repeat('Some forty words that somebody wrote. ', 6), 1
        from section s, generate_series(0, case when s.position < 2 then 2 else 1 end) i`);
    await db.run(sql`alter table item enable trigger user`);
    await db.run(sql`alter table section enable trigger user`);
    await signInManager(db, Math.ceil(managers / 2), token);
  });
  await asOwner(place, async (db) => {
    for (const table of [
      'one_on_one',
      'section',
      'item',
      'person',
      'team_member',
      'team_manager',
      'session',
    ]) {
      await db.run(sql`analyze ${sql.table(table)}`);
    }
  });
  const row = await asOwner(place, (db) =>
    db.first(sql<{ id: string }>`
      select o.id from one_on_one o join session s on s.person_id = o.manager_id order by o.updated_at desc limit 1`),
  );
  if (row === undefined) throw new Error('Nothing was filled in.');
  return { token, oneOnOneId: row.id };
}
