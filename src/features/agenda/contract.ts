import * as z from 'zod/mini';
import { sinceYearOne } from '../../shared/dates.ts';
import { idSchema } from '../../shared/ids.ts';
import { pageOf, pageQuery } from '../../shared/pages.ts';
import { defineRoute } from '../../shared/routes.ts';
import { toPlainText } from '../rich-text/domain/plain-text.ts';
import { richTextSchema, storedRichTextSchema } from '../rich-text/domain/rich-text.ts';
import { richTextBodyLimit, writtenSchema } from '../rich-text/domain/written.ts';
import {
  maxObjectiveLength,
  maxPointLength,
  maxTopicLength,
  maxTopics,
  pointKinds,
} from './domain/points.ts';

const person = z.object({ id: idSchema, name: z.string() });
const version = z.int().check(z.gte(0), z.lte(2_000_000_000));
const dateSchema = z.iso.date('Enter a date like 2026-11-24.').check(sinceYearOne);
const oneLine = z.regex(/^[^\n\r]*$/, 'One line only.');
const isShortEnough = z.refine<z.infer<typeof richTextSchema>>(
  (doc) => toPlainText(doc).length <= maxPointLength,
  `At most ${maxPointLength} characters. What is longer reads better in a record or a file.`,
);
const bodySchema = writtenSchema.check(isShortEnough);
/** Nobody has to say how a discussion ended. */
const outcomeSchema = z.nullable(richTextSchema.check(isShortEnough));

const point = z.object({
  id: idSchema,
  kind: z.enum(pointKinds),
  body: storedRichTextSchema,
  author: person,
  /** Else it is mine alone. Once shared, it stays shared. */
  shared: z.boolean(),
  recurring: z.boolean(),
  /** When the one who reads could first see it: of a shared point, when it was shared. */
  raisedAt: z.string(),
  /** There was to be a meeting since: it says when it was first raised. */
  firstRaisedBefore: z.boolean(),
  /** On the shelf until this day. */
  laterUntil: z.nullable(z.string()),
  /** Null while it is open, also where it is open again. */
  discussed: z.nullable(
    z.object({
      at: z.string(),
      by: person,
      /** What was said of it, or decided. */
      outcome: z.nullable(storedRichTextSchema),
      isDecision: z.boolean(),
    }),
  ),
  /** Of a recurring one also while it is open again. */
  lastDiscussedAt: z.nullable(z.string()),
  droppedAt: z.nullable(z.string()),
  version: z.number(),
  /** Whether I keep a note on it; nobody knows of anybody else's. */
  hasPrivateNote: z.boolean(),
  abilities: z.object({
    edit: z.boolean(),
    share: z.boolean(),
    drop: z.boolean(),
    remove: z.boolean(),
    arrange: z.boolean(),
    discuss: z.boolean(),
  }),
});
export type TalkingPoint = z.infer<typeof point>;

const agenda = z.object({
  objective: z.string(),
  topics: z.array(z.string()),
  /** When each of the two said that it is. */
  ready: z.object({ manager: z.nullable(z.string()), employee: z.nullable(z.string()) }),
  /** The day on which it is due; null without a meeting ahead. */
  dueOn: z.nullable(z.string()),
  version: z.number(),
  /** The open ones, in order. */
  points: z.array(point),
  /** On the shelf, the next to come back first. */
  later: z.array(point),
  /** Who shared how many points in the last twelve weeks. */
  voice: z.array(z.object({ personId: idSchema, points: z.number() })),
  abilities: z.object({ arrange: z.boolean() }),
});
export type Agenda = z.infer<typeof agenda>;

const note = z.object({
  /** Null: nothing is written. */
  body: z.nullable(storedRichTextSchema),
  /** Counts the changes; 0 while there never was one. */
  version: z.number(),
  updatedAt: z.nullable(z.string()),
});
export type PointNote = z.infer<typeof note>;

const seriesId = z.strictObject({ seriesId: idSchema });
const pointId = z.strictObject({ pointId: idSchema });
const ofSeries = '/api/series/{seriesId}';
const ofPoint = '/api/talking-points/{pointId}';

export const agendaRoutes = {
  open: defineRoute({
    method: 'GET',
    path: `${ofSeries}/agenda`,
    summary: 'What the two want to talk about next, with my private points',
    params: seriesId,
    result: agenda,
  }),
  change: defineRoute({
    method: 'PATCH',
    path: `${ofSeries}/agenda`,
    summary: 'Say what the next meeting is for: one objective, up to three main topics',
    params: seriesId,
    body: z.strictObject({
      version,
      objective: z.optional(z.string().check(z.trim(), oneLine, z.maxLength(maxObjectiveLength))),
      topics: z.optional(
        z
          .array(z.string().check(z.trim(), oneLine, z.minLength(1), z.maxLength(maxTopicLength)))
          .check(z.maxLength(maxTopics, `At most ${maxTopics} main topics.`)),
      ),
    }),
    result: agenda,
  }),
  ready: defineRoute({
    method: 'PUT',
    path: `${ofSeries}/agenda/ready`,
    summary: 'For me the agenda is ready',
    params: seriesId,
    result: agenda,
  }),
  notReady: defineRoute({
    method: 'DELETE',
    path: `${ofSeries}/agenda/ready`,
    summary: 'For me it is not ready after all',
    params: seriesId,
    result: agenda,
  }),
  add: defineRoute({
    method: 'POST',
    path: `${ofSeries}/talking-points`,
    summary: 'Raise a point, on the agenda or for myself; the same id twice is one point',
    params: seriesId,
    body: z.strictObject({
      /** A UUIDv7 made by the sender, so that what is sent again after a lost answer stays one point. */
      id: z.optional(idSchema),
      kind: z.enum(pointKinds),
      body: bodySchema,
      shared: z._default(z.boolean(), false),
      recurring: z._default(z.boolean(), false),
      laterUntil: z._default(z.nullable(dateSchema), null),
    }),
    bodyLimit: richTextBodyLimit,
    result: point,
    status: 201,
  }),
  history: defineRoute({
    method: 'GET',
    path: `${ofSeries}/talking-points`,
    summary: 'The points that were discussed or dropped, the last first',
    params: seriesId,
    query: z.strictObject({ ...pageQuery, show: z._default(z.enum(['discussed', 'dropped']), 'discussed') }),
    result: pageOf(point),
  }),
  reword: defineRoute({
    method: 'PATCH',
    path: ofPoint,
    summary: "Change one's own point",
    params: pointId,
    body: z.strictObject({
      kind: z.optional(z.enum(pointKinds)),
      body: z.optional(bodySchema),
      recurring: z.optional(z.boolean()),
      version,
    }),
    bodyLimit: richTextBodyLimit,
    result: point,
  }),
  remove: defineRoute({
    method: 'DELETE',
    path: ofPoint,
    summary: "Delete one's own point that was never discussed",
    params: pointId,
  }),
  share: defineRoute({
    method: 'PUT',
    path: `${ofPoint}/sharing`,
    summary: "Put one's private point on the agenda, for good; the private note on it stays private",
    params: pointId,
    result: point,
  }),
  move: defineRoute({
    method: 'PUT',
    path: `${ofPoint}/position`,
    summary: 'Move a point before another one, or to the end',
    params: pointId,
    body: z.strictObject({ before: z.nullable(idSchema) }),
    result: point,
  }),
  putOff: defineRoute({
    method: 'PUT',
    path: `${ofPoint}/later`,
    summary: 'Put a point on the shelf until a day',
    params: pointId,
    body: z.strictObject({ until: dateSchema }),
    result: point,
  }),
  takeBack: defineRoute({
    method: 'DELETE',
    path: `${ofPoint}/later`,
    summary: 'Take a point from the shelf, onto the agenda',
    params: pointId,
    result: point,
  }),
  discuss: defineRoute({
    method: 'PUT',
    path: `${ofPoint}/discussion`,
    summary: 'Tick a shared point off, with a note or a decision where there is one',
    params: pointId,
    body: z.strictObject({ outcome: z.optional(outcomeSchema), isDecision: z.optional(z.boolean()) }),
    bodyLimit: richTextBodyLimit,
    result: point,
  }),
  undiscuss: defineRoute({
    method: 'DELETE',
    path: `${ofPoint}/discussion`,
    summary: 'It is open after all',
    params: pointId,
    result: point,
  }),
  drop: defineRoute({
    method: 'PUT',
    path: `${ofPoint}/drop`,
    summary: "One's own point is no longer needed",
    params: pointId,
    result: point,
  }),
  takeUp: defineRoute({
    method: 'DELETE',
    path: `${ofPoint}/drop`,
    summary: 'It is needed after all',
    params: pointId,
    result: point,
  }),
  readNote: defineRoute({
    method: 'GET',
    path: `${ofPoint}/private-note`,
    summary: 'My own note on a point, which nobody else ever reads',
    params: pointId,
    result: note,
  }),
  writeNote: defineRoute({
    method: 'PUT',
    path: `${ofPoint}/private-note`,
    summary: 'Write my own note on a point; null clears it',
    params: pointId,
    body: z.strictObject({ body: z.nullable(richTextSchema), version }),
    bodyLimit: richTextBodyLimit,
    result: note,
  }),
};
