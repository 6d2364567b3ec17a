import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { timeZoneSchema } from '../../shared/time-zones.ts';
import { personNameSchema } from '../people/contract.ts';

const language = z.string().check(z.regex(/^en-[A-Z]{2}$/, 'Choose one of the list.'));

const profile = z.object({
  name: z.string(),
  /** Null: the organisation's. */
  timeZone: z.nullable(z.string()),
  /** The region whose dates and figures are shown, `en-GB`; null: the browser's. */
  language: z.nullable(z.string()),
  /** Counts my pictures; null while there is none. */
  picture: z.nullable(z.number()),
});
export type Profile = z.infer<typeof profile>;

export const profileBody = z.strictObject({
  name: z.optional(personNameSchema),
  timeZone: z.optional(z.nullable(timeZoneSchema)),
  language: z.optional(z.nullable(language)),
});

export const profileRoutes = {
  open: defineRoute({
    method: 'GET',
    path: '/api/me/profile',
    summary: 'What I say of myself',
    result: profile,
  }),
  change: defineRoute({
    method: 'PATCH',
    path: '/api/me/profile',
    summary: 'Change my name, time zone, or how dates are written',
    body: profileBody,
    result: profile,
  }),
  setPicture: defineRoute({
    method: 'PUT',
    path: '/api/me/picture',
    summary: 'Set my picture: a PNG, JPEG or WebP of at most 256 KiB, in base64',
    body: z.strictObject({
      image: z.string().check(z.maxLength(360_000), z.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'Send base64.')),
    }),
    bodyLimit: 512 * 1024,
    result: profile,
  }),
  removePicture: defineRoute({
    method: 'DELETE',
    path: '/api/me/picture',
    summary: 'Remove my picture',
    result: profile,
  }),
  pictures: defineRoute({
    method: 'GET',
    path: '/api/pictures',
    summary: 'Who of those I meet has a picture',
    result: z.object({ items: z.array(z.object({ personId: idSchema, version: z.number() })) }),
  }),
  picture: defineRoute({
    method: 'GET',
    path: '/api/people/{personId}/picture',
    summary: 'A picture',
    params: z.strictObject({ personId: idSchema }),
    query: z.strictObject({ v: z.optional(z.string()) }),
    streams: 'image/*',
  }),
};
