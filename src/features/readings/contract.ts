import * as z from 'zod/mini';
import { sinceYearOne } from '../../shared/dates.ts';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { valueSchema } from '../kpis/domain/kpi.ts';

/** In one request. */
export const mostReadings = 10_000;
/** In bytes; more than a million lines. */
export const largestImport = 64 * 1024 * 1024;

const daySchema = z.iso.date('Enter a date like 2026-11-24.').check(sinceYearOne);
/** By id, or by name or address as files have them. */
const saidSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(254));

const written = {
  /** New. */
  added: z.number(),
  /** There was another value for the same KPI, person and day: the later one holds. */
  replaced: z.number(),
  /** There already, with the same value. */
  unchanged: z.number(),
  /** Said more than once in what was sent: the last one holds. */
  repeated: z.number(),
};
const writtenSchema = z.object(written);
export type Written = z.infer<typeof writtenSchema>;

const fault = z.object({ line: z.number(), column: z.nullable(z.string()), message: z.string() });
export type ImportFault = z.infer<typeof fault>;

const shownLine = z.object({
  line: z.number(),
  kpi: z.string(),
  person: z.string(),
  on: z.string(),
  value: z.number(),
  action: z.enum(['add', 'replace', 'nothing', 'repeated']),
  /** What a replaced reading is now. */
  before: z.nullable(z.number()),
});
export type ShownLine = z.infer<typeof shownLine>;

const readingsImport = z.object({
  ...written,
  lines: z.number(),
  /** How many lines are wrong; nothing is loaded while one is. */
  wrong: z.number(),
  /** The first of them. */
  faults: z.array(fault),
  /** The first lines that would change something. */
  preview: z.array(shownLine),
  /** How the file was read. */
  read: z.object({
    encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']),
    separator: z.string(),
    decimal: z.enum(['.', ',']),
  }),
  applied: z.boolean(),
});
export type ReadingsImport = z.infer<typeof readingsImport>;

export const addReadingsBody = z.strictObject({
  readings: z
    .array(
      z.strictObject({
        /** The id of the KPI, or its name. */
        kpiId: saidSchema,
        /** The id of the person, or their address. */
        personId: saidSchema,
        on: daySchema,
        value: valueSchema,
      }),
    )
    .check(
      z.minLength(1, 'Send at least one reading.'),
      z.maxLength(mostReadings, 'At most 10,000 at once.'),
    ),
});

export const readingRoutes = {
  addReadings: defineRoute({
    method: 'POST',
    path: '/api/kpi-readings',
    summary:
      'Load readings, all or none: with an access token (`Authorization: Bearer …`), as an admin, or as a manager for those I manage',
    body: addReadingsBody,
    bodyLimit: 4 * 1024 * 1024,
    takesToken: true,
    result: writtenSchema,
  }),
  findReading: defineRoute({
    method: 'GET',
    path: '/api/people/{personId}/kpi-readings/{kpiId}/{on}',
    summary: 'What the reading of a day is now; null where there is none (the person, their manager, admin)',
    params: z.strictObject({ personId: idSchema, kpiId: idSchema, on: daySchema }),
    result: z.object({ value: z.nullable(z.number()) }),
  }),
  removeReading: defineRoute({
    method: 'DELETE',
    path: '/api/people/{personId}/kpi-readings/{kpiId}/{on}',
    summary: 'Remove a reading that was entered by mistake (their manager, admin)',
    params: z.strictObject({ personId: idSchema, kpiId: idSchema, on: daySchema }),
  }),
  importReadings: defineRoute({
    method: 'POST',
    path: '/api/kpi-readings-import',
    summary:
      'Import readings from CSV, one file as multipart/form-data: says line by line what will happen, and with `apply` does it (admin)',
    query: z.strictObject({
      apply: z.optional(z.enum(['true'])),
      /** By default as the file shows it. */
      decimal: z.optional(z.enum(['point', 'comma'])),
    }),
    result: readingsImport,
  }),
  exportReadings: defineRoute({
    method: 'GET',
    path: '/api/people/{personId}/kpi-readings.csv',
    summary: "A person's readings as CSV, newest first; it can be imported again",
    params: z.strictObject({ personId: idSchema }),
    query: z.strictObject({ kpiId: z.optional(idSchema) }),
    streams: 'text/csv; charset=utf-8',
  }),
};
