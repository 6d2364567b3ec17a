import * as z from 'zod/mini';
import { defineRoute } from '../../shared/routes.ts';

export const mailRoutes = {
  mailStatus: defineRoute({
    method: 'GET',
    path: '/api/mail-status',
    summary: 'Whether mail leaves this installation (admin)',
    result: z.object({ leaves: z.boolean() }),
  }),
};
