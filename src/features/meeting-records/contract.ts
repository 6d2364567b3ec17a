import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';

const seriesId = z.strictObject({ seriesId: idSchema });
const slot = z.string().check(z.regex(/^[0-9]{8}T[0-9]{6}Z$/));
const itemId = z.strictObject({ oneOnOneId: idSchema, itemId: idSchema });

const begun = z.object({
  oneOnOneId: idSchema,
  /** Of the meeting that it is the record of. */
  slot: z.string(),
  heldAt: z.string(),
});
export type Begun = z.infer<typeof begun>;

export const meetingRecordRoutes = {
  start: defineRoute({
    method: 'POST',
    path: '/api/series/{seriesId}/start',
    summary:
      'Start a meeting (the manager): makes its record with the agenda, the update and what is open, or answers the one that was begun',
    params: seriesId,
    body: z.strictObject({
      /** The meeting; by default the next one, or one that begins now where none is planned today. */
      slot: z.optional(slot),
      /** By default the series' own. */
      templateId: z.optional(idSchema),
    }),
    result: begun,
    status: 201,
  }),
  end: defineRoute({
    method: 'POST',
    path: '/api/series/{seriesId}/meetings/{slot}/ending',
    summary: 'Say that a meeting is over (the manager)',
    params: z.strictObject({ seriesId: idSchema, slot }),
    result: z.object({ endedAt: z.string() }),
  }),
  tick: defineRoute({
    method: 'PUT',
    path: '/api/one-on-ones/{oneOnOneId}/items/{itemId}/tick',
    summary: 'Tick off what the meeting brought in: here, and on the agenda or the action item it came from',
    params: itemId,
    result: z.object({ done: z.boolean(), version: z.number() }),
  }),
  untick: defineRoute({
    method: 'DELETE',
    path: '/api/one-on-ones/{oneOnOneId}/items/{itemId}/tick',
    summary: 'Take the tick off again',
    params: itemId,
    result: z.object({ done: z.boolean(), version: z.number() }),
  }),
};
