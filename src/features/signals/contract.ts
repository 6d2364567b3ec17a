import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { kpiSchema } from '../kpis/domain/kpi.ts';
import { periods } from '../kpis/domain/periods.ts';
import { signalKinds, tones } from './domain/signal.ts';

const signal = z.object({
  /** The same for the same thing whenever it is looked for. */
  id: z.string(),
  kind: z.enum(signalKinds),
  kpi: kpiSchema,
  /** The day from which it could be seen. */
  on: z.string(),
  /** Good news or not: both are worth a word. */
  tone: z.enum(tones),
  /** 0 to 1. */
  strength: z.number(),
  /** One plain sentence with the numbers in it. */
  sentence: z.string(),
  /** The numbers behind it. */
  evidence: z.object({
    period: z.enum(periods),
    startsOn: z.string(),
    value: z.nullable(z.number()),
    usualFrom: z.nullable(z.number()),
    usualTo: z.nullable(z.number()),
    expected: z.nullable(z.number()),
    target: z.nullable(z.number()),
  }),
});
export type ShownSignal = z.infer<typeof signal>;

export const signalRoutes = {
  listSignals: defineRoute({
    method: 'GET',
    path: '/api/people/{personId}/signals',
    summary: 'What a person’s numbers say since a day, strongest first (the person, their manager, admins)',
    params: z.strictObject({ personId: idSchema }),
    query: z.strictObject({
      /** By default four weeks ago. */
      since: z.optional(z.iso.date('Enter a date like 2026-11-24.')),
    }),
    result: z.object({ items: z.array(signal) }),
  }),
};
