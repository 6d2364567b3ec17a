import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { Comment } from '../contract.ts';
import { findComment } from './comment-queries.ts';
import { prepareOwnComment } from './prepare-thread.ts';
import { presentComment } from './present-comment.ts';

export async function changeComment(
  context: Context,
  id: string,
  commentId: string,
  wanted: { text: RichText; version: number },
): Promise<Comment> {
  const { db, viewer, now } = context;
  const row = await prepareOwnComment(context, id, commentId);
  if (row.version !== wanted.version) {
    throw problem('stale_version', { current: presentComment(row, viewer.id, true) });
  }
  await db.run(
    build
      .updateTable('comment')
      .set({ body: json(wanted.text), version: row.version + 1, edited_at: now })
      .where('id', '=', commentId)
      .where('one_on_one_id', '=', id),
  );
  return presentComment(await findComment(db, id, commentId), viewer.id, true);
}
