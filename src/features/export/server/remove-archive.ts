import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { reachArchive } from './archive-queries.ts';

/** Cancels it while it is under way: its grant goes with it. */
export async function removeArchive({ db }: Context, id: string): Promise<void> {
  await reachArchive(db, id);
  await db.run(sql`delete from export_job where id = ${id}`);
}
