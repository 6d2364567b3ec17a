import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import type { RecoveryStanding } from '../contract.ts';
import { findRecovery, reachPerson } from './recovery-queries.ts';

/** The database writes to everybody concerned, because an admin must not learn who that is. */
export async function startRecovery(
  context: Context,
  personId: string,
  email: string,
): Promise<RecoveryStanding> {
  const { name } = await reachPerson(context, personId);
  const { db } = context;
  await db.run(sql`select pg_advisory_xact_lock(hashtext('duologue people'))`);
  const row = await db.first(
    sql<{ due_at: string | null }>`select app.start_recovery(${newId()}, ${personId}, ${email}) as due_at`,
  );
  const standing = row?.due_at ? await findRecovery(db, personId) : null;
  if (standing !== null) return standing;
  throw problem('conflict', {
    detail: `No recovery can be started for ${name}: it takes login access, an address that nobody has, no other recovery, somebody else than yourself, and an account whose address can no longer be changed directly.`,
  });
}
