import type { Context } from '../../../server/http/serve.ts';
import { prepareAct, refuseParticipant } from '../../one-on-ones/server/act-reach.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { problem } from '../../../shared/problems.ts';
import { findComment, refuseUnknownItem } from './comment-queries.ts';
import type { CommentRow } from './comment-queries.ts';

/** Reach (404), right (403) and state (409) of the comments on an item. */
export async function prepareThread(context: Context, id: string, itemId: string): Promise<void> {
  await reachOneOnOne(context.db, id);
  await refuseUnknownItem(context.db, id, itemId);
  await prepareAct(context, id, 'comment');
}

/** The same for a comment of one's own. */
export async function prepareOwnComment(
  context: Context,
  id: string,
  commentId: string,
): Promise<CommentRow> {
  const { db, viewer } = context;
  refuseParticipant(await reachOneOnOne(db, id), viewer.id);
  const { author_id } = await findComment(db, id, commentId);
  if (author_id !== viewer.id) {
    throw problem('forbidden', { detail: 'Only whoever wrote a comment can change it.' });
  }
  await prepareAct(context, id, 'comment');
  // Once more, now that the record is locked: what is there is what this write builds on.
  return findComment(db, id, commentId);
}
