import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { answerSchema } from '../one-on-ones/contract.ts';
import { richTextSchema, storedRichTextSchema } from '../rich-text/domain/rich-text.ts';
import { itemKinds, itemOptionsSchema } from '../templates/domain/items.ts';

const version = z.int().check(z.gte(0), z.lte(2_000_000_000));

const asked = z.object({
  itemId: idSchema,
  kind: z.enum(itemKinds),
  prompt: z.string(),
  options: z.nullable(itemOptionsSchema),
});
export type Asked = z.infer<typeof asked>;

const storedAnswer = z.object({
  text: z.optional(storedRichTextSchema),
  value: z.optional(z.number()),
});

export const preparationSchema = z.object({
  /** What the series' template asks the employee before the meeting. */
  asked: z.array(asked),
  update: z.object({
    wentWell: z.optional(storedRichTextSchema),
    couldImprove: z.optional(storedRichTextSchema),
    anythingElse: z.optional(storedRichTextSchema),
  }),
  /** By the id of what was asked. */
  answers: z.record(z.string(), storedAnswer),
  /** Null: not sent yet, and for the manager it is as if there were nothing. */
  sentAt: z.nullable(z.string()),
  version: z.number(),
  abilities: z.object({ write: z.boolean(), send: z.boolean(), takeBack: z.boolean() }),
});
export type Preparation = z.infer<typeof preparationSchema>;

const seriesId = z.strictObject({ seriesId: idSchema });

export const preparationRoutes = {
  find: defineRoute({
    method: 'GET',
    path: '/api/series/{seriesId}/preparation',
    summary: "The employee's update and answers for the next meeting; the manager's to see once sent",
    params: seriesId,
    result: preparationSchema,
  }),
  write: defineRoute({
    method: 'PUT',
    path: '/api/series/{seriesId}/preparation',
    summary: 'Write my update and answers (the employee); unseen until sent',
    params: seriesId,
    body: z.strictObject({
      update: z.strictObject({
        wentWell: z.optional(richTextSchema),
        couldImprove: z.optional(richTextSchema),
        anythingElse: z.optional(richTextSchema),
      }),
      answers: z
        .record(idSchema, answerSchema)
        .check(z.refine((all) => Object.keys(all).length <= 200, 'At most 200 answers.')),
      version,
    }),
    bodyLimit: 512 * 1024,
    result: preparationSchema,
  }),
  send: defineRoute({
    method: 'POST',
    path: '/api/series/{seriesId}/preparation/sending',
    summary: 'Show it to the manager (the employee)',
    params: seriesId,
    body: z.strictObject({ version }),
    result: preparationSchema,
  }),
  takeBack: defineRoute({
    method: 'DELETE',
    path: '/api/series/{seriesId}/preparation/sending',
    summary: 'Take it back to go on writing, until a meeting has used it (the employee)',
    params: seriesId,
    result: preparationSchema,
  }),
};
