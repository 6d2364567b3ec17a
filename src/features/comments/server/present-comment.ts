import type { Comment } from '../contract.ts';
import type { CommentRow } from './comment-queries.ts';

/** `canComment`: the viewer may comment on this record now. */
export function presentComment(row: CommentRow, viewerId: string, canComment: boolean): Comment {
  const isMine = row.author_id === viewerId;
  return {
    id: row.id,
    itemId: row.item_id,
    author: { id: row.author_id, name: row.author_name },
    text: row.body,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    version: row.version,
    abilities: { edit: canComment && isMine, delete: canComment && isMine },
  };
}
