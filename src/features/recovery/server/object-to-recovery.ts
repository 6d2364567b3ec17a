import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';

/** One objection ends it; whose it was is kept nowhere. */
export async function objectToRecovery({ db }: Context, recoveryId: string): Promise<void> {
  const row = await db.first(
    sql<{ objected: boolean }>`select app.object_to_recovery(${recoveryId}) as objected`,
  );
  if (row?.objected !== true) throw problem('not_found');
}
