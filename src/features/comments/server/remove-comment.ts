import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { prepareOwnComment } from './prepare-thread.ts';

export async function removeComment(context: Context, id: string, commentId: string): Promise<void> {
  await prepareOwnComment(context, id, commentId);
  await context.db.run(
    build.deleteFrom('comment').where('id', '=', commentId).where('one_on_one_id', '=', id),
  );
}
