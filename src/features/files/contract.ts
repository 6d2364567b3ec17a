import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { standingSchema } from '../one-on-ones/contract.ts';
import { largestFile } from './domain/limits.ts';

const file = z.object({
  id: idSchema,
  name: z.string(),
  /** In bytes. */
  size: z.number(),
  /** Found by looking at the content. */
  type: z.string(),
  /** Of the content, in hex. */
  sha256: z.string(),
  addedAt: z.string(),
  addedBy: z.object({ id: idSchema, name: z.string() }),
  /** Whether it has a preview. */
  isImage: z.boolean(),
  abilities: z.object({ delete: z.boolean() }),
});
export type RecordFile = z.infer<typeof file>;

const oneOnOneId = z.strictObject({ oneOnOneId: idSchema });
const fileId = z.strictObject({ oneOnOneId: idSchema, fileId: idSchema });

export const fileRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/files',
    summary: 'Its files, oldest first',
    params: oneOnOneId,
    result: z.object({ items: z.array(file), abilities: z.object({ changeFiles: z.boolean() }) }),
  }),
  add: defineRoute({
    method: 'POST',
    path: '/api/one-on-ones/{oneOnOneId}/files',
    summary: 'Add a file of up to 10 MiB, as multipart/form-data with one part',
    params: oneOnOneId,
    bodyLimit: largestFile + 64 * 1024,
    result: z.extend(file, { oneOnOne: standingSchema }),
    status: 201,
  }),
  download: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/files/{fileId}',
    summary: 'Its bytes, to be saved',
    params: fileId,
    streams: 'application/octet-stream',
  }),
  preview: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/files/{fileId}/preview',
    summary: 'A picture, to be shown; 404 for everything else',
    params: fileId,
    streams: 'image/*',
  }),
  remove: defineRoute({
    method: 'DELETE',
    path: '/api/one-on-ones/{oneOnOneId}/files/{fileId}',
    summary: 'Delete a file for good',
    params: fileId,
    result: z.object({ oneOnOne: standingSchema }),
  }),
};
