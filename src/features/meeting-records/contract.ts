import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { standingSchema } from '../one-on-ones/contract.ts';
import { states } from '../one-on-ones/domain/states.ts';

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

/** The state that the page showed: a late tick must not take a record back to active silently. */
const seenState = z.strictObject({ state: z.optional(z.enum(states)) });

const ticked = z.object({
  done: z.boolean(),
  /** Of the item's answer. */
  version: z.number(),
  oneOnOne: standingSchema,
});
export type Ticked = z.infer<typeof ticked>;

const recordedMeeting = z.object({
  seriesId: idSchema,
  slot: z.string(),
  startsAt: z.string(),
  minutes: z.number(),
  heldAt: z.nullable(z.string()),
  endedAt: z.nullable(z.string()),
});
export type RecordedMeeting = z.infer<typeof recordedMeeting>;

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
    query: seenState,
    result: ticked,
  }),
  untick: defineRoute({
    method: 'DELETE',
    path: '/api/one-on-ones/{oneOnOneId}/items/{itemId}/tick',
    summary: 'Take the tick off again',
    params: itemId,
    query: seenState,
    result: ticked,
  }),
  meetingOf: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/meeting',
    summary: 'The meeting that a one-on-one is the record of, for the two; null where it belongs to none',
    params: z.strictObject({ oneOnOneId: idSchema }),
    result: z.object({ meeting: z.nullable(recordedMeeting) }),
  }),
};
