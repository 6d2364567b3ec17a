import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { prepareThread } from './prepare-thread.ts';

export async function resolveComments(context: Context, id: string, itemId: string): Promise<void> {
  await prepareThread(context, id, itemId);
  const { db, viewer, now } = context;
  await db.run(
    build
      .insertInto('resolved_thread')
      .values({ item_id: itemId, one_on_one_id: id, resolved_by: viewer.id, resolved_at: now })
      .onConflict((one) => one.doNothing()),
  );
}
