import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { emailSchema } from '../people/contract.ts';

const named = z.object({ id: idSchema, name: z.string() });

const recovery = z.object({
  id: idSchema,
  /** Whose account is to get a new address. */
  person: named,
  startedBy: named,
  startedAt: z.string(),
  dueAt: z.string(),
});
export type Recovery = z.infer<typeof recovery>;

/** What an admin sees of the last one: never who objected, which would say who shares one-on-ones. */
const standing = z.object({
  startedAt: z.string(),
  dueAt: z.string(),
  newEmail: z.string(),
  endedAt: z.nullable(z.string()),
  outcome: z.nullable(z.enum(['done', 'objected', 'cancelled', 'impossible'])),
});
export type RecoveryStanding = z.infer<typeof standing>;

const personId = z.strictObject({ personId: idSchema });

export const startRecoveryBody = z.strictObject({ email: emailSchema });

export const recoveryRoutes = {
  start: defineRoute({
    method: 'POST',
    path: '/api/people/{personId}/recovery',
    summary:
      'Start an account recovery where the mailbox is lost: seven days, and whoever is concerned can object (admin)',
    params: personId,
    body: startRecoveryBody,
    result: standing,
    status: 201,
  }),
  open: defineRoute({
    method: 'GET',
    path: '/api/people/{personId}/recovery',
    summary: 'How the last recovery of an account stands (admin)',
    params: personId,
    result: z.object({ recovery: z.nullable(standing) }),
  }),
  cancel: defineRoute({
    method: 'DELETE',
    path: '/api/people/{personId}/recovery',
    summary: 'Cancel an account recovery (admin)',
    params: personId,
  }),
  list: defineRoute({
    method: 'GET',
    path: '/api/recoveries',
    summary: 'Account recoveries that I can object to',
    result: z.object({ items: z.array(recovery) }),
  }),
  object: defineRoute({
    method: 'POST',
    path: '/api/recoveries/{recoveryId}/objection',
    summary: 'Object to an account recovery, which ends it',
    params: z.strictObject({ recoveryId: idSchema }),
  }),
};
