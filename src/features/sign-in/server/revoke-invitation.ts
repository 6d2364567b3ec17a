import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { refuseOthers } from './invite-person.ts';

/** Its link works no more, wherever it has got to. */
export async function revokeInvitation(context: Context, personId: string): Promise<void> {
  refuseOthers(context);
  const row = await context.db.first(
    sql<{ revoked: boolean }>`select app.revoke_invitation(${personId}) as revoked`,
  );
  if (row?.revoked !== true) throw problem('not_found');
}
