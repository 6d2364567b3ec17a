import { sql } from 'kysely';
import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { prepareAct } from '../../one-on-ones/server/act-reach.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import type { ReachedOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { Comment } from '../contract.ts';
import { findComment, refuseUnknownItem } from './comment-queries.ts';
import { presentComment } from './present-comment.ts';
import { reopenThread } from './reopen-thread.ts';

export async function addComment(
  context: Context,
  id: string,
  { itemId, text }: { itemId: string; text: RichText },
): Promise<Comment> {
  const { db, viewer, now } = context;
  await reachOneOnOne(db, id);
  await refuseUnknownItem(db, id, itemId);
  const row = await prepareAct(context, id, 'comment');
  const commentId = newId();
  await db.run(
    build.insertInto('comment').values({
      id: commentId,
      one_on_one_id: id,
      item_id: itemId,
      author_id: viewer.id,
      body: json(text),
      created_at: now,
    }),
  );
  await reopenThread(db, id, itemId);
  await tellOther(context, row);
  return presentComment(await findComment(db, id, commentId), viewer.id, true);
}

const kind = 'one-on-one.commented';
/** Who writes five comments in a row sends one mail, ten minutes after the first. */
const minutesTogether = 10;

async function tellOther({ db, viewer, now, announce }: Context, row: ReachedOneOnOne): Promise<void> {
  const recipientId = viewer.id === row.manager_id ? row.employee_id : row.manager_id;
  const waiting = await db.first(
    sql<{ waits: boolean }>`select app.notice_waits(${kind}, ${recipientId}, ${row.id}) as waits`,
  );
  if (waiting?.waits === true) return;
  await announce(db, {
    kind,
    recipientId,
    actorId: viewer.id,
    oneOnOneId: row.id,
    invitationId: null,
    at: now,
    mailAfter: new Date(now.getTime() + minutesTogether * 60_000),
  });
}
