import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';

const calendar = z.object({
  /** Titles say with whom; else just 1:1. */
  names: z.boolean(),
  /** A quarter of an hour before each, in my own feed. */
  preparationBlock: z.boolean(),
  /** Null while there is none. Its address is told once, when it is made. */
  feed: z.nullable(z.object({ since: z.string(), lastReadAt: z.nullable(z.string()) })),
});
export type CalendarChoices = z.infer<typeof calendar>;

/** What of an event of another calendar fits a series: the fields of `POST /api/series`. */
const importedRule = z.object({
  cadence: z.enum(['weekly', 'monthly']),
  every: z.number(),
  weekday: z.number(),
  nth: z.optional(z.number()),
  at: z.string(),
  timeZone: z.string(),
  startsOn: z.string(),
});
const imported = z.object({
  rule: importedRule,
  minutes: z.number(),
  place: z.string(),
  /** Of those invited, the ones I manage. */
  employeeIds: z.array(idSchema),
  /** What the event says and a series does not take, in words. */
  leftOut: z.array(z.string()),
});
export type ImportedSeries = z.infer<typeof imported>;

/** In bytes. */
export const largestImport = 256 * 1024;

export const calendarRoutes = {
  open: defineRoute({
    method: 'GET',
    path: '/api/me/calendar',
    summary: 'How my meetings stand in calendars, and whether I have a private feed',
    result: calendar,
  }),
  change: defineRoute({
    method: 'PATCH',
    path: '/api/me/calendar',
    summary: 'Choose titles, and a quarter of an hour to prepare before each meeting in my feed',
    body: z.strictObject({ names: z.optional(z.boolean()), preparationBlock: z.optional(z.boolean()) }),
    result: calendar,
  }),
  createFeed: defineRoute({
    method: 'POST',
    path: '/api/me/calendar-feed',
    summary: 'A private address of my meetings for a calendar program, told this once; an earlier one ends',
    result: z.object({ address: z.string() }),
    status: 201,
  }),
  revokeFeed: defineRoute({
    method: 'DELETE',
    path: '/api/me/calendar-feed',
    summary: 'End my private address; whoever has it reads nothing more',
  }),
  feed: defineRoute({
    method: 'GET',
    path: '/api/calendar/{token}',
    summary: 'The meetings of whoever made this address, as iCalendar: when, with whom and where, no content',
    params: z.strictObject({ token: z.string().check(z.regex(/^[\w-]{43}$/)) }),
    streams: 'text/calendar; charset=utf-8',
    public: true,
  }),
  importSeries: defineRoute({
    method: 'POST',
    path: '/api/series-import',
    summary: 'Read an event of another calendar (.ics) for the set-up of a series; creates nothing',
    body: z.strictObject({ ics: z.string().check(z.minLength(1, 'Choose a file.')) }),
    result: imported,
    // JSON makes two characters of each line's end.
    bodyLimit: largestImport + 32 * 1024,
  }),
};
