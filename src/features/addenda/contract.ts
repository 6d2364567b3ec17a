import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { storedRichTextSchema } from '../rich-text/domain/rich-text.ts';
import { richTextBodyLimit, writtenSchema } from '../rich-text/domain/written.ts';

const addendum = z.object({
  id: idSchema,
  author: z.object({ id: idSchema, name: z.string() }),
  at: z.string(),
  text: storedRichTextSchema,
});
export type Addendum = z.infer<typeof addendum>;

const params = z.strictObject({ oneOnOneId: idSchema });

export const addendumRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/addenda',
    summary: 'What was added after approval, oldest first',
    params,
    result: z.object({ items: z.array(addendum) }),
  }),
  add: defineRoute({
    method: 'POST',
    path: '/api/one-on-ones/{oneOnOneId}/addenda',
    summary: 'Add to an approved one-on-one, dated and signed; nobody can change or remove it afterwards',
    params,
    body: z.strictObject({ text: writtenSchema }),
    bodyLimit: richTextBodyLimit,
    result: addendum,
    status: 201,
  }),
};
