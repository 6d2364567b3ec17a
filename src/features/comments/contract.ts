import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { storedRichTextSchema } from '../rich-text/domain/rich-text.ts';
import { richTextBodyLimit, writtenSchema } from '../rich-text/domain/written.ts';

const person = z.object({ id: idSchema, name: z.string() });

const comment = z.object({
  id: idSchema,
  itemId: idSchema,
  author: person,
  text: storedRichTextSchema,
  createdAt: z.string(),
  editedAt: z.nullable(z.string()),
  version: z.number(),
  abilities: z.object({ edit: z.boolean(), delete: z.boolean() }),
});
export type Comment = z.infer<typeof comment>;

const resolution = z.object({ itemId: idSchema, by: person, at: z.string() });
export type Resolution = z.infer<typeof resolution>;

const oneOnOneId = z.strictObject({ oneOnOneId: idSchema });
const commentId = z.strictObject({ oneOnOneId: idSchema, commentId: idSchema });
const itemId = z.strictObject({ oneOnOneId: idSchema, itemId: idSchema });

export const commentRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/comments',
    summary:
      'All comments of the record, oldest first, and the threads that are resolved; for the pair alone',
    params: oneOnOneId,
    result: z.object({ items: z.array(comment), resolved: z.array(resolution) }),
  }),
  add: defineRoute({
    method: 'POST',
    path: '/api/one-on-ones/{oneOnOneId}/comments',
    summary: 'Comment on an item; opens a resolved thread again',
    params: oneOnOneId,
    body: z.strictObject({ itemId: idSchema, text: writtenSchema }),
    bodyLimit: richTextBodyLimit,
    result: comment,
    status: 201,
  }),
  change: defineRoute({
    method: 'PATCH',
    path: '/api/one-on-ones/{oneOnOneId}/comments/{commentId}',
    summary: "Reword one's own comment",
    params: commentId,
    body: z.strictObject({
      text: writtenSchema,
      version: z.int().check(z.gte(0), z.lte(2_000_000_000)),
    }),
    bodyLimit: richTextBodyLimit,
    result: comment,
  }),
  remove: defineRoute({
    method: 'DELETE',
    path: '/api/one-on-ones/{oneOnOneId}/comments/{commentId}',
    summary: "Delete one's own comment",
    params: commentId,
  }),
  resolve: defineRoute({
    method: 'PUT',
    path: '/api/one-on-ones/{oneOnOneId}/items/{itemId}/comments-resolution',
    summary: 'Mark the comments on an item as resolved',
    params: itemId,
  }),
  reopen: defineRoute({
    method: 'DELETE',
    path: '/api/one-on-ones/{oneOnOneId}/items/{itemId}/comments-resolution',
    summary: 'Open the comments on an item again',
    params: itemId,
  }),
};
