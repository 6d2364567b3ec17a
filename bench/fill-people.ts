import { sql } from 'kysely';
import type { Db } from '../src/server/database/query.ts';
import { newId } from '../src/server/ids.ts';
import { tokenHash } from '../src/server/tokens.ts';

/** Managers with a team each, in `bench_manager` and `bench_employee` while the transaction lasts. */
export async function fillPeople(db: Db, managers: number, each: number): Promise<void> {
  await db.run(
    sql`create temporary table bench_manager as select n, gen_random_uuid() as id from generate_series(1, ${managers}::int) n`,
  );
  await db.run(sql`create temporary table bench_employee as
    select m.n, k, m.id as manager_id, gen_random_uuid() as id from bench_manager m, generate_series(1, ${each}::int) k`);
  await db.run(
    sql`insert into person (id, name, has_login) select id, 'Manager ' || n, true from bench_manager`,
  );
  await db.run(
    sql`insert into person (id, name, has_login) select id, 'Employee ' || n || '.' || k, true from bench_employee`,
  );
  await db.run(sql`insert into team (id, name) select id, 'Team ' || n from bench_manager`);
  await db.run(sql`insert into team_manager (team_id, person_id) select id, id from bench_manager`);
  await db.run(sql`insert into team_member (team_id, person_id) select manager_id, id from bench_employee`);
}

/** The session of one of these managers. */
export async function signInManager(db: Db, n: number, token: string): Promise<void> {
  await db.run(sql`insert into session (id, person_id, token_hash)
    select ${newId()}::uuid, id, ${tokenHash(token)} from bench_manager where n = ${n}`);
}
