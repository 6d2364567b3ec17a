import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { newSessionToken, tokenHash } from '../../../server/tokens.ts';
import { problem } from '../../../shared/problems.ts';
import type { AccessToken } from '../contract.ts';
import { liveTokens, reachServiceAccount, requireTokenMaker } from './access-token-queries.ts';
import { presentAccessToken } from './present-access-token.ts';

interface Wanted {
  name: string;
  serviceAccountId?: string | null | undefined;
}

/** The token itself leaves in this answer and never again: its hash alone is kept. */
export async function makeAccessToken(
  { db, viewer, now }: Context,
  { name, serviceAccountId = null }: Wanted,
): Promise<{ accessToken: AccessToken; token: string }> {
  requireTokenMaker(viewer);
  if (serviceAccountId !== null) await reachServiceAccount(db, serviceAccountId);
  const id = newId();
  // The prefix says to whoever finds one, and to scanners of public code, what it is.
  const token = `dlg_${newSessionToken()}`;
  await db.run(
    build.insertInto('access_token').values({
      id,
      person_id: serviceAccountId === null ? viewer.id : null,
      service_account_id: serviceAccountId,
      name,
      scope: 'kpi-readings:write',
      token_hash: tokenHash(token),
      created_by: viewer.id,
      created_at: now,
    }),
  );
  const [row] = await liveTokens(db, sql`t.id = ${id}`);
  if (row === undefined) throw problem('not_found');
  return { accessToken: presentAccessToken(row), token };
}
