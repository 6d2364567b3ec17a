import * as z from 'zod/mini';
import { sinceYearOne } from '../../shared/dates.ts';
import { idSchema } from '../../shared/ids.ts';
import { pageOf, pageQuery } from '../../shared/pages.ts';
import { defineRoute } from '../../shared/routes.ts';
import { timeZoneSchema } from '../../shared/time-zones.ts';
import { meetingStatuses } from './domain/meetings.ts';
import { cadences } from './domain/recurrence.ts';

const person = z.object({ id: idSchema, name: z.string() });
const dateSchema = z.iso.date('Enter a date like 2026-11-24.').check(sinceYearOne);
const timeSchema = z.string().check(z.regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'Enter a time like 10:00.'));
const minutesSchema = z.int().check(z.gte(5, 'At least 5 minutes.'), z.lte(480, 'At most 8 hours.'));
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);
const every = z.int().check(z.gte(1), z.lte(12));
const version = z.int().check(z.gte(0), z.lte(2_000_000_000));
const plain = (most: number) => z.string().check(z.trim(), z.maxLength(most));

const common = { timeZone: timeZoneSchema, startsOn: dateSchema };
const ruleSchema = z.discriminatedUnion('cadence', [
  z.strictObject({ cadence: z.literal('weekly'), every, weekday, at: timeSchema, ...common }),
  z.strictObject({
    cadence: z.literal('monthly'),
    every,
    weekday,
    /** The first to the fourth such weekday of the month; -1 the last. */
    nth: z.literal([1, 2, 3, 4, -1]),
    at: timeSchema,
    ...common,
  }),
  z.strictObject({ cadence: z.literal('on_demand'), ...common }),
]);

/** As it is shown: what was stored, taken as it is. */
const shownRule = z.object({
  cadence: z.enum(cadences),
  every: z.optional(z.number()),
  weekday: z.optional(z.number()),
  nth: z.optional(z.number()),
  at: z.optional(z.string()),
  timeZone: z.string(),
  startsOn: z.string(),
});

const meeting = z.object({
  /** Names the occurrence for ever: when the rule has it, like `20261124T090000Z`. */
  slot: z.string(),
  startsAt: z.string(),
  minutes: z.number(),
  status: z.enum(meetingStatuses),
  /** When it was to be, where it was moved. */
  movedFrom: z.nullable(z.string()),
  /** Moved or called off less than 24 hours ahead. */
  late: z.boolean(),
  isExtra: z.boolean(),
  /** Why it was moved or called off, in the words of whoever did. */
  reason: z.string(),
  heldAt: z.nullable(z.string()),
  endedAt: z.nullable(z.string()),
  /** Its record, once this viewer can read it. */
  oneOnOneId: z.nullable(idSchema),
  /** 0 while nothing has happened to it. */
  version: z.number(),
});
export type Meeting = z.infer<typeof meeting>;

const arrangement = {
  minutes: minutesSchema,
  /** A place or a link to the call. */
  place: plain(300),
  templateId: z.nullable(idSchema),
  /** Who prepares what, one sentence for each side. */
  managerPrepares: plain(500),
  employeePrepares: plain(500),
  /** Days before the meeting on which the agenda is due. */
  agendaDueDays: z.int().check(z.gte(0), z.lte(7)),
};

const series = z.object({
  id: idSchema,
  manager: person,
  employee: person,
  rule: shownRule,
  minutes: z.number(),
  place: z.string(),
  /** For the manager's eyes: null for the employee. */
  template: z.nullable(z.object({ id: idSchema, title: z.string() })),
  managerPrepares: z.string(),
  employeePrepares: z.string(),
  agendaDueDays: z.number(),
  isOpen: z.boolean(),
  ended: z.nullable(z.object({ at: z.string(), because: z.enum(['ended_by_manager', 'pair_ended']) })),
  next: z.nullable(meeting),
  version: z.number(),
  abilities: z.object({
    change: z.boolean(),
    arrange: z.boolean(),
    hold: z.boolean(),
    prepare: z.boolean(),
  }),
});
export type Series = z.infer<typeof series>;

/** Of the last twelve that were to be. */
const regularity = z.object({
  held: z.number(),
  movedLate: z.number(),
  skipped: z.number(),
  cancelled: z.number(),
  notHeld: z.number(),
});
export type Regularity = z.infer<typeof regularity>;

const meetings = z.object({ ahead: z.array(meeting), past: z.array(meeting), regularity });
export type Meetings = z.infer<typeof meetings>;

const seriesId = z.strictObject({ seriesId: idSchema });
const slot = z.strictObject({
  seriesId: idSchema,
  slot: z.string().check(z.regex(/^[0-9]{8}T[0-9]{6}Z$/)),
});

export const seriesRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/api/series',
    summary: 'The series I am one side of: open ones first, newest first',
    query: z.strictObject({ ...pageQuery, personId: z.optional(idSchema) }),
    result: pageOf(series),
  }),
  create: defineRoute({
    method: 'POST',
    path: '/api/series',
    summary: 'Set up the standing one-on-one with one or more people I manage',
    body: z.strictObject({
      employeeIds: z
        .array(idSchema)
        .check(z.minLength(1, 'Choose at least one person.'), z.maxLength(100, 'At most 100 at once.')),
      /** Of several: each begins when the one before ends, instead of all at the same time. */
      oneAfterTheOther: z._default(z.boolean(), false),
      rule: ruleSchema,
      minutes: z._default(arrangement.minutes, 30),
      place: z._default(arrangement.place, ''),
      templateId: z._default(arrangement.templateId, null),
      managerPrepares: z._default(arrangement.managerPrepares, ''),
      employeePrepares: z._default(arrangement.employeePrepares, ''),
      agendaDueDays: z._default(arrangement.agendaDueDays, 1),
    }),
    result: z.object({ items: z.array(series) }),
    status: 201,
  }),
  open: defineRoute({
    method: 'GET',
    path: '/api/series/{seriesId}',
    summary: 'One series',
    params: seriesId,
    result: series,
  }),
  change: defineRoute({
    method: 'PATCH',
    path: '/api/series/{seriesId}',
    summary: 'Change the arrangement; a new rule takes effect from now on (the manager)',
    params: seriesId,
    body: z.strictObject({
      version,
      rule: z.optional(ruleSchema),
      minutes: z.optional(arrangement.minutes),
      place: z.optional(arrangement.place),
      templateId: z.optional(arrangement.templateId),
      managerPrepares: z.optional(arrangement.managerPrepares),
      employeePrepares: z.optional(arrangement.employeePrepares),
      agendaDueDays: z.optional(arrangement.agendaDueDays),
    }),
    result: series,
  }),
  end: defineRoute({
    method: 'POST',
    path: '/api/series/{seriesId}/ending',
    summary: 'End the series: nothing more is planned, and what was stays readable (the manager)',
    params: seriesId,
    result: series,
  }),
  meetings: defineRoute({
    method: 'GET',
    path: '/api/series/{seriesId}/meetings',
    summary: 'The meetings ahead, the last ones, and how regular the two are',
    params: seriesId,
    result: meetings,
  }),
  addMeeting: defineRoute({
    method: 'POST',
    path: '/api/series/{seriesId}/meetings',
    summary: "Agree on a meeting beside the rule; time on the wall in the series' zone",
    params: seriesId,
    body: z.strictObject({ date: dateSchema, time: timeSchema, minutes: z.optional(minutesSchema) }),
    result: meeting,
    status: 201,
  }),
  moveMeeting: defineRoute({
    method: 'PATCH',
    path: '/api/series/{seriesId}/meetings/{slot}',
    summary: "Move a meeting; time on the wall in the series' zone",
    params: slot,
    body: z.strictObject({
      date: dateSchema,
      time: timeSchema,
      minutes: z.optional(minutesSchema),
      reason: z._default(plain(300), ''),
      version,
    }),
    result: meeting,
  }),
  callOffMeeting: defineRoute({
    method: 'PUT',
    path: '/api/series/{seriesId}/meetings/{slot}/cancellation',
    summary: 'Skip a meeting that is not needed, or cancel one that cannot be',
    params: slot,
    body: z.strictObject({
      as: z.enum(['skipped', 'cancelled']),
      reason: z._default(plain(300), ''),
      version,
    }),
    result: meeting,
  }),
  planMeetingAgain: defineRoute({
    method: 'DELETE',
    path: '/api/series/{seriesId}/meetings/{slot}/cancellation',
    summary: 'Take back that a meeting was called off, while it is ahead',
    params: slot,
    result: meeting,
  }),
};
