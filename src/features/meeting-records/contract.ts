import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { listedActionItemSchema } from '../action-items/contract.ts';
import { standingSchema } from '../one-on-ones/contract.ts';
import { states } from '../one-on-ones/domain/states.ts';
import { storedRichTextSchema } from '../rich-text/domain/rich-text.ts';
import { itemKinds, itemOptionsSchema } from '../templates/domain/items.ts';

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

const count = z.number();

const lookBack = z.object({
  /** All that is open between the two, and what became of the rest since they last met. */
  open: z.array(listedActionItemSchema),
  settled: z.array(listedActionItemSchema),
  /** The last record of the two that the reader can read: a draft is the manager's alone. */
  last: z.nullable(z.object({ id: idSchema, title: z.string(), heldOn: z.string(), state: z.enum(states) })),
  /** Its questions that nobody answered. */
  unanswered: z.array(z.object({ itemId: idSchema, prompt: z.string() })),
  lastAnswers: z.array(
    z.object({
      itemId: idSchema,
      kind: z.enum(itemKinds),
      prompt: z.string(),
      options: z.nullable(itemOptionsSchema),
      answer: z.object({ text: z.optional(storedRichTextSchema), value: z.optional(z.number()) }),
      fromEmployee: z.boolean(),
    }),
  ),
  /** What the two agreed in their last twelve one-on-ones and did not drop. */
  followUp: z.object({
    doneOnTime: count,
    doneLate: count,
    open: count,
    overdue: count,
    byMeeting: z.array(z.object({ heldOn: z.string(), agreed: count, done: count })),
  }),
});
export type LookBack = z.infer<typeof lookBack>;

export const meetingRecordRoutes = {
  lookBack: defineRoute({
    method: 'GET',
    path: '/api/series/{seriesId}/look-back',
    summary: 'What the two promised and what became of it, and what they left open the last time',
    params: seriesId,
    result: lookBack,
  }),
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
