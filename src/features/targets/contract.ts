import * as z from 'zod/mini';
import { sinceYearOne } from '../../shared/dates.ts';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { kpiSchema, valueSchema } from '../kpis/domain/kpi.ts';
import { periods } from '../kpis/domain/periods.ts';

const named = z.object({ id: idSchema, name: z.string() });
const daySchema = z.iso.date('Enter a date like 2026-11-24.').check(sinceYearOne);
const version = z.int().check(z.gte(1), z.lte(2_000_000_000));

const target = z.object({
  id: idSchema,
  kpi: kpiSchema,
  /** Whom it binds: a person, or each member of a team. */
  person: z.nullable(named),
  team: z.nullable(named),
  period: z.enum(periods),
  value: z.number(),
  from: z.string(),
  /** The last day; null: until another one takes over. */
  to: z.nullable(z.string()),
  setBy: named,
  setAt: z.string(),
  version: z.number(),
  abilities: z.object({ edit: z.boolean() }),
});
export type Target = z.infer<typeof target>;

const targetChange = z.object({
  id: idSchema,
  targetId: idSchema,
  kpi: kpiSchema,
  person: z.nullable(named),
  team: z.nullable(named),
  period: z.enum(periods),
  what: z.enum(['set', 'changed', 'removed']),
  value: z.number(),
  from: z.string(),
  to: z.nullable(z.string()),
  by: named,
  at: z.string(),
});
export type TargetChange = z.infer<typeof targetChange>;

const toAfterFrom = z.refine<{ from: string; to?: string | null | undefined }>(
  ({ from, to = null }) => to === null || to >= from,
  { message: 'The last day is before the first.', path: ['to'] },
);

const whose = {
  /** One of the two. */
  personId: z.optional(idSchema),
  teamId: z.optional(idSchema),
};
const oneOfTwo = z.refine<{ personId?: string | undefined; teamId?: string | undefined }>(
  ({ personId, teamId }) => (personId === undefined) !== (teamId === undefined),
  { message: 'Say whose: a person or a team.', path: ['personId'] },
);

const targetId = z.strictObject({ targetId: idSchema });

export const setTargetBody = z
  .strictObject({
    ...whose,
    kpiId: idSchema,
    period: z.enum(periods),
    value: valueSchema,
    from: daySchema,
    to: z.optional(z.nullable(daySchema)),
  })
  .check(oneOfTwo, toAfterFrom);

export const changeTargetBody = z.strictObject({
  value: z.optional(valueSchema),
  to: z.optional(z.nullable(daySchema)),
  version,
});

export const targetRoutes = {
  listTargets: defineRoute({
    method: 'GET',
    path: '/api/targets',
    summary: 'Targets that bind a person (their own and their teams’), or a team, with how they came to be',
    query: z.strictObject({ ...whose, kpiId: z.optional(idSchema) }).check(oneOfTwo),
    result: z.object({
      items: z.array(target),
      /** Newest first, the last 100. */
      history: z.array(targetChange),
      abilities: z.object({ set: z.boolean() }),
    }),
  }),
  setTarget: defineRoute({
    method: 'POST',
    path: '/api/targets',
    summary: 'Set a target from a day on; it takes over from the one before (the manager, admin)',
    body: setTargetBody,
    result: target,
    status: 201,
  }),
  changeTarget: defineRoute({
    method: 'PATCH',
    path: '/api/targets/{targetId}',
    summary: 'Correct a target’s value, or say when it ends (the manager, admin)',
    params: targetId,
    body: changeTargetBody,
    result: target,
  }),
  removeTarget: defineRoute({
    method: 'DELETE',
    path: '/api/targets/{targetId}',
    summary: 'Remove a target that was set by mistake: what it ended holds again, and its history stays',
    params: targetId,
  }),
};
