import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { richTextSchema, storedRichTextSchema } from '../rich-text/domain/rich-text.ts';
import { richTextBodyLimit } from '../rich-text/domain/written.ts';

const note = z.object({
  /** Null: nothing is written. */
  text: z.nullable(storedRichTextSchema),
  /** Counts the changes; 0 while there never was one. */
  version: z.number(),
  updatedAt: z.nullable(z.string()),
});
export type PrivateNote = z.infer<typeof note>;

const params = z.strictObject({ oneOnOneId: idSchema });

export const privateNoteRoutes = {
  read: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/private-note',
    summary: 'My own note on it, which nobody else ever reads',
    params,
    result: note,
  }),
  write: defineRoute({
    method: 'PUT',
    path: '/api/one-on-ones/{oneOnOneId}/private-note',
    summary: 'Write my own note on it; null clears it',
    params,
    body: z.strictObject({
      text: z.nullable(richTextSchema),
      version: z.int().check(z.gte(0), z.lte(2_000_000_000)),
    }),
    bodyLimit: richTextBodyLimit,
    result: note,
  }),
};
