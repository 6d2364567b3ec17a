import { build } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { prepareThread } from './prepare-thread.ts';

export async function reopenComments(context: Context, id: string, itemId: string): Promise<void> {
  await prepareThread(context, id, itemId);
  await reopenThread(context.db, id, itemId);
}

/** The comments on an item are one thread, open unless somebody said that it is settled. */
export async function reopenThread(db: Db, id: string, itemId: string): Promise<void> {
  await db.run(
    build.deleteFrom('resolved_thread').where('one_on_one_id', '=', id).where('item_id', '=', itemId),
  );
}
