import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { oneLine } from '../../shared/one-line.ts';
import { defineRoute } from '../../shared/routes.ts';
import { aggregations, directions, kpiSchema, maxDecimals, units } from './domain/kpi.ts';

const nameSchema = z.string().check(...oneLine, z.maxLength(80));
const currencySchema = z
  .string()
  .check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z]{3}$/, 'Enter a currency like EUR.'));
const decimalsSchema = z.int().check(z.gte(0), z.lte(maxDecimals, 'At most three decimals.'));

const currencyFitsUnit = z.refine<{ unit: string; currency?: string | null | undefined }>(
  ({ unit, currency = null }) => (unit === 'currency') === (currency !== null),
  { message: 'Say which currency; other units have none.', path: ['currency'] },
);

const definition = {
  name: nameSchema,
  unit: z.enum(units),
  currency: z.optional(z.nullable(currencySchema)),
  direction: z.enum(directions),
  aggregation: z.enum(aggregations),
  decimals: z._default(decimalsSchema, 0),
};

const kpi = z.extend(kpiSchema, {
  archived: z.boolean(),
  version: z.number(),
  abilities: z.object({ edit: z.boolean() }),
});
export type ListedKpi = z.infer<typeof kpi>;

export const addKpiBody = z.strictObject(definition).check(currencyFitsUnit);

export const kpiRoutes = {
  listKpis: defineRoute({
    method: 'GET',
    path: '/api/kpis',
    summary: 'KPIs by name: what is measured, no numbers',
    query: z.strictObject({ archived: z.optional(z.enum(['include'])) }),
    result: z.object({ items: z.array(kpi) }),
  }),
  addKpi: defineRoute({
    method: 'POST',
    path: '/api/kpis',
    summary: 'Define a KPI (admin)',
    body: addKpiBody,
    result: kpi,
    status: 201,
  }),
  changeKpi: defineRoute({
    method: 'PATCH',
    path: '/api/kpis/{kpiId}',
    summary: 'Change a KPI, archive it or bring it back (admin); its readings stay',
    params: z.strictObject({ kpiId: idSchema }),
    body: z
      .strictObject({
        ...definition,
        decimals: decimalsSchema,
        archived: z.boolean(),
        version: z.int().check(z.gte(1), z.lte(2_000_000_000)),
      })
      .check(currencyFitsUnit),
    result: kpi,
  }),
};
