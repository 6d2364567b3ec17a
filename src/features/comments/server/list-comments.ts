import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { abilitiesOf } from '../../one-on-ones/domain/rights.ts';
import { refuseParticipant } from '../../one-on-ones/server/act-reach.ts';
import { isVisible, reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { standingOf } from '../../one-on-ones/server/standing-reach.ts';
import type { Comment, Resolution } from '../contract.ts';
import { commentsOf } from './comment-queries.ts';
import type { CommentRow } from './comment-queries.ts';
import { presentComment } from './present-comment.ts';

interface ResolvedRow {
  item_id: string;
  by_id: string;
  by_name: string;
  resolved_at: string;
}

export async function listComments(
  { db, viewer }: Context,
  id: string,
): Promise<{ items: Comment[]; resolved: Resolution[] }> {
  const row = await reachOneOnOne(db, id);
  refuseParticipant(row, viewer.id);
  const { comment } = abilitiesOf(standingOf(row, viewer.id));
  const rows = await db.all(sql<CommentRow>`${commentsOf(id)} order by c.created_at, c.id`);
  const resolved = await db.all(sql<ResolvedRow>`
    select r.item_id, r.resolved_by as by_id, p.name as by_name, r.resolved_at
      from resolved_thread r
      join one_on_one o on o.id = r.one_on_one_id and ${isVisible}
      join person p on p.id = r.resolved_by
     where r.one_on_one_id = ${id}`);
  return {
    items: rows.map((one) => presentComment(one, viewer.id, comment)),
    resolved: resolved.map((one) => ({
      itemId: one.item_id,
      by: { id: one.by_id, name: one.by_name },
      at: one.resolved_at,
    })),
  };
}
