import * as z from 'zod/mini';
import { defineRoute } from '../../shared/routes.ts';
import { reminderKinds } from './domain/meeting-reminders.ts';

const timeSchema = z.string().check(z.regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'Enter a time like 09:00.'));
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);

const workingHours = z.strictObject({
  /** Monday is 1. */
  days: z.array(weekday).check(
    z.minLength(1, 'Choose at least one day.'),
    z.maxLength(7),
    z.refine((days) => new Set(days).size === days.length, 'Each day once.'),
  ),
  beginsAt: timeSchema,
  endsAt: timeSchema,
});

const reminders = z.object({
  workingHours: z.object({ days: z.array(z.number()), beginsAt: z.string(), endsAt: z.string() }),
  choices: z.array(
    z.object({
      kind: z.enum(reminderKinds),
      wanted: z.boolean(),
      /** Working days before the meeting; of `finish-record`, after it. */
      days: z.number(),
    }),
  ),
});
export type Reminders = z.infer<typeof reminders>;

export const reminderBody = z.strictObject({
  workingHours: z.optional(
    workingHours.check(
      z.refine(({ beginsAt, endsAt }) => beginsAt < endsAt, {
        path: ['endsAt'],
        message: 'Choose a time after the beginning.',
      }),
    ),
  ),
  choices: z.optional(
    z
      .array(
        z.strictObject({
          kind: z.enum(reminderKinds),
          wanted: z.optional(z.boolean()),
          days: z.optional(z.int().check(z.gte(0), z.lte(7))),
        }),
      )
      .check(z.maxLength(reminderKinds.length)),
  ),
});

export const reminderRoutes = {
  open: defineRoute({
    method: 'GET',
    path: '/api/me/reminders',
    summary: 'When I work, and which reminders of meetings I get',
    result: reminders,
  }),
  change: defineRoute({
    method: 'PATCH',
    path: '/api/me/reminders',
    summary: 'Change when I work, or which reminders of meetings I get; what is not named stays as it is',
    body: reminderBody,
    result: reminders,
  }),
};
