import { randomBytes } from 'node:crypto';
import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { tokenHash } from '../../../server/tokens.ts';

/** A new address; an earlier one reads nothing more. Only the token's hash is kept: it can't be shown again. */
export async function createFeed({ db, viewer, now }: Context, baseUrl: URL): Promise<{ address: string }> {
  const token = randomBytes(32).toString('base64url');
  await revokeFeed({ db, viewer });
  await db.run(
    build
      .insertInto('calendar_feed')
      .values({ person_id: viewer.id, token_hash: tokenHash(token), created_at: now }),
  );
  return { address: new URL(`/api/calendar/${token}`, baseUrl).href };
}

export async function revokeFeed({ db, viewer }: Pick<Context, 'db' | 'viewer'>): Promise<void> {
  await db.run(build.deleteFrom('calendar_feed').where('person_id', '=', viewer.id));
}
