import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';

export async function endSession({ db, viewer }: Context, sessionId: string): Promise<void> {
  const ended = await db.run(
    build
      .deleteFrom('session')
      .where('id', '=', sessionId)
      .where('person_id', '=', viewer.id)
      .where('expires_at', 'is', null),
  );
  if (ended === 0) throw problem('not_found');
}
