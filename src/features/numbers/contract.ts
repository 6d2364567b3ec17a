import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { figuresSchema } from '../kpis/domain/figures.ts';
import { kpiSchema } from '../kpis/domain/kpi.ts';
import { paceStates } from '../kpis/domain/pace.ts';
import { periods } from '../kpis/domain/periods.ts';

const named = z.object({ id: idSchema, name: z.string() });
const period = z._default(z.enum(periods), 'month');

const reading = z.object({ on: z.string(), value: z.number() });

const mark = z.object({ id: idSchema, title: z.string(), heldOn: z.string() });

const change = z.object({
  /** Against the period before. */
  from: z.number(),
  to: z.number(),
  /** The part by which it rose or fell; null where it was nought before. */
  by: z.nullable(z.number()),
  isBetter: z.boolean(),
});

const cell = z.object({
  /** Null: no reading in the period. */
  value: z.nullable(z.number()),
  target: z.nullable(z.number()),
  /** Where one should be by now; null without a target. */
  expected: z.nullable(z.number()),
  state: z.nullable(z.enum(paceStates)),
  change: z.nullable(change),
});

const row = z.object({
  person: named,
  /** In the order of `kpis`; null where the person has neither readings nor a target. */
  cells: z.array(z.nullable(cell)),
});
export type TeamRow = z.infer<typeof row>;

export const numberRoutes = {
  personNumbers: defineRoute({
    method: 'GET',
    path: '/api/people/{personId}/numbers',
    summary: 'A person’s KPIs: value, target, pace and trend (the person, their manager, admins)',
    params: z.strictObject({ personId: idSchema }),
    query: z.strictObject({ period }),
    result: z.object({
      person: named,
      /** By name of the KPI; archived ones only while they have readings in the trend. */
      items: z.array(figuresSchema),
      /** What may be done with these numbers. */
      abilities: z.object({ change: z.boolean() }),
    }),
  }),
  kpiOfPerson: defineRoute({
    method: 'GET',
    path: '/api/people/{personId}/numbers/{kpiId}',
    summary:
      'One KPI of a person in detail, with its readings, and the one-on-ones that I may read marked on it',
    params: z.strictObject({ personId: idSchema, kpiId: idSchema }),
    query: z.strictObject({ period }),
    result: z.object({
      person: named,
      figures: figuresSchema,
      /** Of the trend's periods, oldest first. */
      readings: z.array(reading),
      /** The one-on-ones with this person that the viewer may read, oldest first. */
      oneOnOnes: z.array(mark),
      abilities: z.object({ change: z.boolean() }),
    }),
  }),
  teamNumbers: defineRoute({
    method: 'GET',
    path: '/api/team-numbers',
    summary: 'The people I manage by KPI, with what changed since the period before',
    query: z.strictObject({ period, teamId: z.optional(idSchema) }),
    result: z.object({
      /** The teams I manage. */
      teams: z.array(named),
      kpis: z.array(kpiSchema),
      /** The first days of the last complete period and of the one before: what changed lies between them. */
      changed: z.object({ from: z.string(), to: z.string() }),
      rows: z.array(row),
    }),
  }),
};
