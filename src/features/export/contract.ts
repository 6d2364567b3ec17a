import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { archiveKinds, archiveStates } from './domain/archives.ts';
import { formats, papers } from './domain/formats.ts';

const exportId = z.strictObject({ exportId: idSchema });

const archive = z.object({
  id: idSchema,
  what: z.enum(archiveKinds),
  format: z.enum(formats),
  state: z.enum(archiveStates),
  /** How many of its parts are in it; of none it is known before it runs. */
  done: z.number(),
  total: z.number(),
  createdAt: z.string(),
  /** When it is deleted. */
  expiresAt: z.string(),
});
export type Archive = z.infer<typeof archive>;

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
  start: defineRoute({
    method: 'POST',
    path: '/api/exports',
    summary: 'Begin an archive of everything I may read, or of everything about me; one at a time',
    body: z.strictObject({
      what: z.enum(archiveKinds),
      format: z.enum(formats),
      /** Of PDFs; by default A4. */
      paper: z.optional(z.enum(papers)),
    }),
    result: archive,
    status: 201,
  }),
  list: defineRoute({
    method: 'GET',
    path: '/api/exports',
    summary: 'My archives, newest first',
    result: z.object({ items: z.array(archive) }),
  }),
  open: defineRoute({
    method: 'GET',
    path: '/api/exports/{exportId}',
    summary: 'How far an archive of mine is',
    params: exportId,
    result: archive,
  }),
  remove: defineRoute({
    method: 'DELETE',
    path: '/api/exports/{exportId}',
    summary: 'Cancel an archive that is under way, or delete it',
    params: exportId,
  }),
  archive: defineRoute({
    method: 'GET',
    path: '/api/exports/{exportId}/archive',
    summary: 'The archive itself, a ZIP, while it is ready',
    params: exportId,
    streams: 'application/zip',
  }),
};
