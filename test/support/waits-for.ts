import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Db } from '../../src/server/database/query.ts';

/** Until some other statement in this database waits: for somebody's turn, or for a transaction to end. */
export async function waitsFor(db: Db, kind: 'advisory' | 'transactionid'): Promise<void> {
  await expect
    .poll(async () =>
      db.all(sql`
        select l.pid from pg_locks l join pg_stat_activity a on a.pid = l.pid
         where not l.granted and l.locktype = ${kind} and a.datname = current_database()`),
    )
    .not.toEqual([]);
}
