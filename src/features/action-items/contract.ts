import * as z from 'zod/mini';
import { sinceYearOne } from '../../shared/dates.ts';
import { idSchema } from '../../shared/ids.ts';
import { pageOf, pageQuery } from '../../shared/pages.ts';
import { defineRoute } from '../../shared/routes.ts';
import { standingSchema } from '../one-on-ones/contract.ts';
import { states } from '../one-on-ones/domain/states.ts';
import { maxReasonLength, maxTextLength } from './domain/action-items.ts';

const person = z.object({ id: idSchema, name: z.string() });
const textSchema = z
  .string()
  .check(z.trim(), z.minLength(1, 'Say what is to be done.'), z.maxLength(maxTextLength));
const dueOnSchema = z.iso.date('Enter a date like 2026-11-24.').check(sinceYearOne);
const reasonSchema = z
  .string()
  .check(z.trim(), z.minLength(1, 'Say why it is dropped.'), z.maxLength(maxReasonLength));

const actionItem = z.object({
  id: idSchema,
  oneOnOneId: idSchema,
  text: z.string(),
  owner: person,
  ownerId: idSchema,
  dueOn: z.string(),
  doneAt: z.nullable(z.string()),
  doneBy: z.nullable(person),
  /** It will not be done, and why. */
  dropped: z.nullable(z.object({ at: z.string(), by: person, reason: z.string() })),
  /** By the organisation's date. */
  isOverdue: z.boolean(),
  /** Counts changes of its words; marks are not counted. */
  version: z.number(),
  abilities: z.object({ edit: z.boolean(), mark: z.boolean() }),
});
export type ActionItem = z.infer<typeof actionItem>;

/** With where it was agreed. */
export const listedActionItemSchema = z.extend(actionItem, {
  oneOnOne: z.object({
    id: idSchema,
    title: z.string(),
    heldOn: z.string(),
    /** The other side of the pair; the employee, for whoever is neither. */
    other: person,
  }),
});
export type ListedActionItem = z.infer<typeof listedActionItemSchema>;

/** After a change of the record's content: how the record stands now. */
const changed = z.extend(actionItem, { oneOnOne: standingSchema });

const oneOnOneId = z.strictObject({ oneOnOneId: idSchema });
const actionItemId = z.strictObject({ actionItemId: idSchema });
const position = z.optional(z.int().check(z.gte(0)));
/** The state that the editor saw. */
const seenState = z.optional(z.enum(states));

export const dropBody = z.strictObject({ reason: reasonSchema });

export const actionItemRoutes = {
  listOfOneOnOne: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/action-items',
    summary: 'What was agreed in a one-on-one, in its order',
    params: oneOnOneId,
    result: z.object({ items: z.array(actionItem) }),
  }),
  add: defineRoute({
    method: 'POST',
    path: '/api/one-on-ones/{oneOnOneId}/action-items',
    summary: 'Add an action item: by default the employee’s, due at the next meeting or in a week',
    params: oneOnOneId,
    body: z.strictObject({
      text: textSchema,
      /** One of the two. */
      ownerId: z.optional(idSchema),
      dueOn: z.optional(dueOnSchema),
      /** Where to put it, counted from 0; by default last. */
      position,
      state: seenState,
    }),
    result: changed,
    status: 201,
  }),
  followUp: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/follow-up',
    summary: 'What is open from this pair’s earlier one-on-ones, and what became of what was agreed last',
    params: oneOnOneId,
    result: z.object({ open: z.array(listedActionItemSchema), settled: z.array(listedActionItemSchema) }),
  }),
  list: defineRoute({
    method: 'GET',
    path: '/api/action-items',
    summary: 'Action items across the one-on-ones I may read, by due date',
    query: z.strictObject({
      ...pageQuery,
      /** Mine, or those of the people I manage. */
      view: z._default(z.enum(['mine', 'managed']), 'mine'),
      /** Open by due date; done or dropped ones last settled first. */
      show: z._default(z.enum(['open', 'settled']), 'open'),
    }),
    result: pageOf(listedActionItemSchema),
  }),
  change: defineRoute({
    method: 'PATCH',
    path: '/api/action-items/{actionItemId}',
    summary: 'Reword an action item, give it to the other, change its due date, move it',
    params: actionItemId,
    body: z.strictObject({
      text: z.optional(textSchema),
      ownerId: z.optional(idSchema),
      dueOn: z.optional(dueOnSchema),
      position,
      version: z.int().check(z.gte(0), z.lte(2_000_000_000)),
      state: seenState,
    }),
    result: changed,
  }),
  remove: defineRoute({
    method: 'DELETE',
    path: '/api/action-items/{actionItemId}',
    summary: 'Remove an action item; answers with how the one-on-one stands',
    params: actionItemId,
    query: z.strictObject({ state: seenState }),
    result: z.object({ oneOnOne: standingSchema }),
  }),
  complete: defineRoute({
    method: 'PUT',
    path: '/api/action-items/{actionItemId}/completion',
    summary: 'Done',
    params: actionItemId,
    result: actionItem,
  }),
  reopen: defineRoute({
    method: 'DELETE',
    path: '/api/action-items/{actionItemId}/completion',
    summary: 'Not done after all',
    params: actionItemId,
    result: actionItem,
  }),
  drop: defineRoute({
    method: 'PUT',
    path: '/api/action-items/{actionItemId}/drop',
    summary: 'It will not be done, and why',
    params: actionItemId,
    body: dropBody,
    result: actionItem,
  }),
  takeUp: defineRoute({
    method: 'DELETE',
    path: '/api/action-items/{actionItemId}/drop',
    summary: 'It is to be done after all',
    params: actionItemId,
    result: actionItem,
  }),
};
