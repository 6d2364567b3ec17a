import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { pageOf, pageQuery } from '../../shared/pages.ts';
import { defineRoute } from '../../shared/routes.ts';
import { mailKinds } from '../mail/domain/messages.ts';

const notice = z.object({
  id: idSchema,
  kind: z.enum(mailKinds),
  /** Whoever did it; nobody, where time did. */
  actor: z.nullable(z.object({ id: idSchema, name: z.string() })),
  /** Null where there is none, or none that I can still read. */
  oneOnOneId: z.nullable(idSchema),
  seriesId: z.nullable(idSchema),
  /** Whose numbers it is about. */
  person: z.nullable(z.object({ id: idSchema, name: z.string() })),
  /** How many targets of theirs were hit, as far as I still see; nought for everything else. */
  hits: z.number(),
  at: z.string(),
  readAt: z.nullable(z.string()),
});
export type Notice = z.infer<typeof notice>;

const noticeId = z.strictObject({ noticeId: idSchema });

export const inboxRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/api/notices',
    summary: 'What I was told of, newest first: that something happened, never what was written',
    query: z.strictObject({ ...pageQuery, unread: z.optional(z.enum(['only'])) }),
    result: pageOf(notice),
  }),
  read: defineRoute({
    method: 'PUT',
    path: '/api/notices/{noticeId}/reading',
    summary: 'Read',
    params: noticeId,
    result: notice,
  }),
  unread: defineRoute({
    method: 'DELETE',
    path: '/api/notices/{noticeId}/reading',
    summary: 'Unread again',
    params: noticeId,
    result: notice,
  }),
  readAll: defineRoute({
    method: 'PUT',
    path: '/api/notices/reading',
    summary: 'All read; or all of one one-on-one',
    body: z.strictObject({ oneOnOneId: z.optional(idSchema) }),
  }),
};
