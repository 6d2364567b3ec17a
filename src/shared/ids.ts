import * as z from 'zod/mini';

/** Matches any UUID in canonical form; ids are UUIDv7, made by `newId` in `src/server/ids.ts`. */
export const idSchema = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
