import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { reachPerson } from './recovery-queries.ts';

export async function cancelRecovery(context: Context, personId: string): Promise<void> {
  await reachPerson(context, personId);
  const row = await context.db.first(
    sql<{ cancelled: boolean }>`select app.cancel_recovery(${personId}) as cancelled`,
  );
  if (row?.cancelled !== true) throw problem('not_found');
}
