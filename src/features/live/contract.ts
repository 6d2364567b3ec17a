import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';

const streams = 'text/event-stream';

/**
 * What a stream says, as the `data` of each event. It carries no content: whoever hears it asks for what changed.
 * `changed` names the kinds of things that changed in the one-on-one or the series, `gone` that it can be read no
 * longer.
 */
export const liveEvent = z.discriminatedUnion('is', [
  z.object({ is: z.literal('ready') }),
  z.object({ is: z.literal('inbox') }),
  z.object({
    is: z.literal('changed'),
    what: z.array(z.string()),
    /** The record's version, where the record itself changed. */
    version: z.optional(z.number()),
  }),
  z.object({ is: z.literal('gone') }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;

export const liveRoutes = {
  mine: defineRoute({
    method: 'GET',
    path: '/api/live',
    summary: 'Server-sent events: something new in my inbox',
    streams,
  }),
  oneOnOne: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/live',
    summary: 'Server-sent events: what changes in a one-on-one, and in my inbox',
    params: z.strictObject({ oneOnOneId: idSchema }),
    streams,
  }),
  series: defineRoute({
    method: 'GET',
    path: '/api/series/{seriesId}/live',
    summary: 'Server-sent events: what changes in a series for both of its two, and in my inbox',
    params: z.strictObject({ seriesId: idSchema }),
    streams,
  }),
};
