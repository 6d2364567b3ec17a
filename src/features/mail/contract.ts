import * as z from 'zod/mini';
import { defineRoute } from '../../shared/routes.ts';
import { topics } from './domain/topics.ts';

const choices = z.object({ items: z.array(z.object({ topic: z.enum(topics), byMail: z.boolean() })) });
export type MailChoices = z.infer<typeof choices>;

export const mailRoutes = {
  mailStatus: defineRoute({
    method: 'GET',
    path: '/api/mail-status',
    summary: 'Whether mail leaves this installation (admin)',
    result: z.object({ leaves: z.boolean() }),
  }),
  choices: defineRoute({
    method: 'GET',
    path: '/api/mail-choices',
    summary: 'Which topics I get by mail; by default all',
    result: choices,
  }),
  choose: defineRoute({
    method: 'PUT',
    path: '/api/mail-choices',
    summary: 'Choose topics that I want by mail or not; those not named stay as they are',
    body: z.strictObject({
      items: z
        .array(z.strictObject({ topic: z.enum(topics), byMail: z.boolean() }))
        .check(z.minLength(1), z.maxLength(topics.length)),
    }),
    result: choices,
  }),
};
