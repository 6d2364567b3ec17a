import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { requireTokenMaker } from './access-token-queries.ts';

/** It works no more from the next request on. */
export async function revokeAccessToken({ db, viewer, now }: Context, id: string): Promise<void> {
  requireTokenMaker(viewer);
  const revoked = await db.run(
    build
      .updateTable('access_token')
      .set({ revoked_at: now })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .where((where) => where.or([where('person_id', 'is', null), where('person_id', '=', viewer.id)])),
  );
  if (revoked === 0) throw problem('not_found');
}
