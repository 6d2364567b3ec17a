import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { formats, papers } from './domain/formats.ts';

export const exportRoutes = {
  oneOnOne: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/export',
    summary: 'A one-on-one as I may read it, to be saved: PDF, Markdown or JSON',
    params: z.strictObject({ oneOnOneId: idSchema }),
    query: z.strictObject({
      /** By default JSON. */
      format: z.optional(z.enum(formats)),
      /** Of a PDF; by default A4. */
      paper: z.optional(z.enum(papers)),
    }),
    streams: 'application/json',
  }),
};
