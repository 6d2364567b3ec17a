import * as z from 'zod/mini';

/** Room for a name of 120 characters and an id, also where JSON escapes every one of them. */
const cursorSchema = z.optional(z.string().check(z.maxLength(1200)));
const limitSchema = z._default(z.coerce.number<string | number>().check(z.int(), z.gte(1), z.lte(200)), 50);

/** `?cursor=&limit=` of every list. */
export const pageQuery = { cursor: cursorSchema, limit: limitSchema };

export function pageOf<Item extends z.ZodMiniType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
