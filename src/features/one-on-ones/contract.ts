import * as z from 'zod/mini';
import { sinceYearOne } from '../../shared/dates.ts';
import { idSchema } from '../../shared/ids.ts';
import { pageOf, pageQuery } from '../../shared/pages.ts';
import { defineRoute } from '../../shared/routes.ts';
import { richTextSchema } from '../rich-text/domain/rich-text.ts';
import { figuresSchema } from '../kpis/domain/figures.ts';
import { agreedTargetSchema, measureSchema } from '../kpis/domain/measure.ts';
import { askedKinds, itemOptionsSchema } from '../templates/domain/items.ts';
import {
  guidanceSchema,
  measureFitsKind,
  promptSchema,
  sectionTitleSchema,
} from '../templates/domain/texts.ts';
import { itemSchema, sectionSchema, storedAnswerSchema } from './domain/item-schema.ts';
import { states } from './domain/states.ts';

const state = z.enum(states);
const person = z.object({ id: idSchema, name: z.string() });
const titleSchema = z.string().check(z.trim(), z.minLength(1, 'Enter a title.'), z.maxLength(200));
const heldOnSchema = z.iso.date('Enter a date like 2026-11-24.').check(sinceYearOne);
const version = z.int().check(z.gte(0), z.lte(2_000_000_000));
const remarkSchema = z.string().check(z.trim(), z.maxLength(4000));

export const answerSchema = z.strictObject({
  text: z.optional(richTextSchema),
  value: z.optional(z.int().check(z.gte(1), z.lte(10))),
  target: z.optional(agreedTargetSchema),
});
export type Answer = z.infer<typeof answerSchema>;

export type Item = z.infer<typeof itemSchema>;
export type Section = z.infer<typeof sectionSchema>;

const abilities = z.object({
  edit: z.boolean(),
  share: z.boolean(),
  requestApproval: z.boolean(),
  takeBack: z.boolean(),
  approve: z.boolean(),
  requestRevision: z.boolean(),
  delete: z.boolean(),
  addParticipant: z.boolean(),
  removeParticipant: z.boolean(),
  leave: z.boolean(),
  changeActionItems: z.boolean(),
  changeFiles: z.boolean(),
  comment: z.boolean(),
  addAddendum: z.boolean(),
});
export type Abilities = z.infer<typeof abilities>;

/** What changes with every write, beside what was written. */
const standing = { state, version: z.number(), yourTurn: z.boolean(), abilities };
export const standingSchema = z.object({ id: idSchema, ...standing });

const reader = z.object({
  id: idSchema,
  name: z.string(),
  as: z.enum(['manager', 'employee', 'participant']),
});
export type Reader = z.infer<typeof reader>;

const oneOnOne = z.object({
  id: idSchema,
  ...standing,
  title: z.string(),
  heldOn: z.string(),
  manager: person,
  employee: person,
  /** Everybody who can read it now. */
  readers: z.array(reader),
  /** Who was added to read it; they can once it is shared. */
  participants: z.array(reader),
  sections: z.array(sectionSchema),
  approval: z.nullable(
    z.object({
      at: z.string(),
      by: person,
      remark: z.nullable(z.string()),
      digest: z.string(),
      /** Who could read it as a participant when it was approved: part of the digest. */
      participantIds: z.array(idSchema),
    }),
  ),
  /** The employee's wish that has not been answered by a new request for approval. */
  revisionRequest: z.nullable(z.object({ at: z.string(), by: person, message: z.string() })),
  /** False for a former manager, who reads only. */
  stillManaged: z.boolean(),
  updatedAt: z.string(),
});
export type OneOnOne = z.infer<typeof oneOnOne>;

const listed = z.object({
  id: idSchema,
  title: z.string(),
  state,
  heldOn: z.string(),
  manager: person,
  employee: person,
  updatedAt: z.string(),
  yourTurn: z.boolean(),
});
export type ListedOneOnOne = z.infer<typeof listed>;

const event = z.object({
  id: idSchema,
  kind: z.enum([
    'created',
    'edited',
    'shared',
    'approval_requested',
    'taken_back',
    'reopened',
    'revision_requested',
    'approved',
    'participant_added',
    'participant_removed',
    'participant_left',
    'addendum_added',
  ]),
  at: z.string(),
  by: person,
  /** The participant it concerns. */
  person: z.optional(person),
  message: z.optional(z.string()),
});
export type OneOnOneEvent = z.infer<typeof event>;

const previousAnswer = z.object({
  itemId: idSchema,
  answer: storedAnswerSchema,
  from: z.object({ id: idSchema, title: z.string(), heldOn: z.string() }),
});
export type PreviousAnswer = z.infer<typeof previousAnswer>;

const change = z.object({
  kind: z.enum(['title', 'date', 'section', 'item', 'answer', 'action-item', 'file']),
  how: z.enum(['added', 'removed', 'changed']),
  /** The item's prompt or the section's title, as it is now, or was before it was removed. */
  label: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});
export type Change = z.infer<typeof change>;

const oneOnOneId = z.strictObject({ oneOnOneId: idSchema });
const sectionId = z.strictObject({ oneOnOneId: idSchema, sectionId: idSchema });
const itemId = z.strictObject({ oneOnOneId: idSchema, itemId: idSchema });
const participantId = z.strictObject({ oneOnOneId: idSchema, personId: idSchema });

/** The state that the editor saw: a late autosave must never reopen a record silently. */
const seenState = z.optional(state);

const newItem = {
  kind: z.enum(askedKinds),
  prompt: promptSchema,
  options: z.optional(z.nullable(itemOptionsSchema)),
  /** Of a KPI or a target, and of nothing else. */
  measure: z.optional(measureSchema),
};

export const requestRevisionBody = z.strictObject({
  message: z.string().check(z.trim(), z.minLength(1, 'Say what should be revised.'), z.maxLength(4000)),
});

export const oneOnOneRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones',
    summary: 'One-on-ones I may read, last changed first',
    query: z.strictObject({
      ...pageQuery,
      view: z.optional(z.enum(['needs-me', 'drafts', 'shared-with-me', 'all'])),
      state: z.optional(state),
      /** The other side of the pair. */
      personId: z.optional(idSchema),
      /** Words in titles, names and answers. */
      q: z.optional(z.string().check(z.maxLength(200))),
    }),
    result: pageOf(listed),
  }),
  create: defineRoute({
    method: 'POST',
    path: '/api/one-on-ones',
    summary: 'Start a one-on-one with somebody I manage, from a template',
    body: z.strictObject({
      employeeId: idSchema,
      templateId: idSchema,
      /** By default the template's. */
      title: z.optional(titleSchema),
      /** By default today. */
      heldOn: z.optional(heldOnSchema),
      share: z.optional(z.boolean()),
    }),
    result: oneOnOne,
    status: 201,
  }),
  open: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}',
    summary: 'One one-on-one',
    params: oneOnOneId,
    result: oneOnOne,
  }),
  change: defineRoute({
    method: 'PATCH',
    path: '/api/one-on-ones/{oneOnOneId}',
    summary: 'Change title or date',
    params: oneOnOneId,
    body: z.strictObject({
      title: z.optional(titleSchema),
      heldOn: z.optional(heldOnSchema),
      version,
      state: seenState,
    }),
    result: oneOnOne,
  }),
  delete: defineRoute({
    method: 'DELETE',
    path: '/api/one-on-ones/{oneOnOneId}',
    summary: 'Delete for good',
    params: oneOnOneId,
  }),
  addSection: defineRoute({
    method: 'POST',
    path: '/api/one-on-ones/{oneOnOneId}/sections',
    summary: 'Add a section',
    params: oneOnOneId,
    body: z.strictObject({
      title: sectionTitleSchema,
      guidance: z.optional(z.nullable(guidanceSchema)),
      /** Where to put it, counted from 0; by default last. */
      position: z.optional(z.int().check(z.gte(0))),
      state: seenState,
    }),
    result: oneOnOne,
    status: 201,
  }),
  changeSection: defineRoute({
    method: 'PATCH',
    path: '/api/one-on-ones/{oneOnOneId}/sections/{sectionId}',
    summary: 'Rename or move a section',
    params: sectionId,
    body: z.strictObject({
      title: z.optional(sectionTitleSchema),
      position: z.optional(z.int().check(z.gte(0))),
      state: seenState,
    }),
    result: oneOnOne,
  }),
  removeSection: defineRoute({
    method: 'DELETE',
    path: '/api/one-on-ones/{oneOnOneId}/sections/{sectionId}',
    summary: 'Remove a section with its items',
    params: sectionId,
    query: z.strictObject({ state: seenState }),
    result: oneOnOne,
  }),
  addItem: defineRoute({
    method: 'POST',
    path: '/api/one-on-ones/{oneOnOneId}/items',
    summary: 'Add an item to a section',
    params: oneOnOneId,
    body: z
      .strictObject({
        ...newItem,
        sectionId: idSchema,
        position: z.optional(z.int().check(z.gte(0))),
        state: seenState,
      })
      .check(measureFitsKind),
    result: oneOnOne,
    status: 201,
  }),
  changeItem: defineRoute({
    method: 'PATCH',
    path: '/api/one-on-ones/{oneOnOneId}/items/{itemId}',
    summary: 'Reword or move an item, also to another section; choose which KPI it shows',
    params: itemId,
    body: z.strictObject({
      prompt: z.optional(promptSchema),
      /** Of a KPI or a target. A target that was proposed in it is taken back. */
      measure: z.optional(measureSchema),
      sectionId: z.optional(idSchema),
      position: z.optional(z.int().check(z.gte(0))),
      state: seenState,
    }),
    result: oneOnOne,
  }),
  removeItem: defineRoute({
    method: 'DELETE',
    path: '/api/one-on-ones/{oneOnOneId}/items/{itemId}',
    summary: 'Remove an item with its answer',
    params: itemId,
    query: z.strictObject({ state: seenState }),
    result: oneOnOne,
  }),
  answer: defineRoute({
    method: 'PUT',
    path: '/api/one-on-ones/{oneOnOneId}/items/{itemId}/answer',
    summary: 'Answer an item; an empty answer or null clears it',
    params: itemId,
    body: z.strictObject({ answer: z.nullable(answerSchema), version, state: seenState }),
    bodyLimit: 1024 * 1024,
    result: z.extend(itemSchema, { oneOnOne: standingSchema }),
  }),
  share: defineRoute({
    method: 'POST',
    path: '/api/one-on-ones/{oneOnOneId}/sharing',
    summary: 'Share with the employee: draft → active',
    params: oneOnOneId,
    result: oneOnOne,
  }),
  requestApproval: defineRoute({
    method: 'POST',
    path: '/api/one-on-ones/{oneOnOneId}/approval-request',
    summary: 'Send for approval: draft or active → pending approval',
    params: oneOnOneId,
    result: oneOnOne,
  }),
  takeBack: defineRoute({
    method: 'DELETE',
    path: '/api/one-on-ones/{oneOnOneId}/approval-request',
    summary: 'Take back: pending approval → active',
    params: oneOnOneId,
    result: oneOnOne,
  }),
  figures: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/figures',
    summary: 'The numbers of its KPIs and targets: live until it is approved, then as they were',
    params: oneOnOneId,
    result: z.object({
      items: z.array(z.object({ itemId: idSchema, figures: figuresSchema })),
      /** Stands for what these figures say; an approval names it. Null where there are none. */
      mark: z.nullable(z.string()),
      /** True where they are part of the approved record. */
      frozen: z.boolean(),
    }),
  }),
  approve: defineRoute({
    method: 'POST',
    path: '/api/one-on-ones/{oneOnOneId}/approval',
    summary: 'Approve the version that was read: pending approval → approved',
    params: oneOnOneId,
    body: z.strictObject({
      version,
      remark: z.optional(z.nullable(remarkSchema)),
      /** The `mark` of the figures that were read; needed where the record has KPIs or targets. */
      figures: z.optional(z.string().check(z.maxLength(100))),
    }),
    result: oneOnOne,
  }),
  requestRevision: defineRoute({
    method: 'POST',
    path: '/api/one-on-ones/{oneOnOneId}/revision-request',
    summary: 'Ask for a revision: pending approval → active',
    params: oneOnOneId,
    body: requestRevisionBody,
    result: oneOnOne,
  }),
  addParticipant: defineRoute({
    method: 'PUT',
    path: '/api/one-on-ones/{oneOnOneId}/participants/{personId}',
    summary: 'Let somebody read it: from sharing on',
    params: participantId,
    result: oneOnOne,
  }),
  removeParticipant: defineRoute({
    method: 'DELETE',
    path: '/api/one-on-ones/{oneOnOneId}/participants/{personId}',
    summary: 'Take a reader out; for the reader themselves: leave',
    params: participantId,
  }),
  events: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/events',
    summary: 'Its history, newest first',
    params: oneOnOneId,
    query: z.strictObject(pageQuery),
    result: pageOf(event),
  }),
  previousAnswers: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/previous-answers',
    summary: "This pair's last answers to the same items, and the records before this one",
    params: oneOnOneId,
    result: z.object({ items: z.array(previousAnswer), before: z.array(listed) }),
  }),
  changes: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/changes',
    summary: 'What changed since approval was last asked for',
    params: oneOnOneId,
    result: z.object({ since: z.nullable(z.string()), items: z.array(change) }),
  }),
};
