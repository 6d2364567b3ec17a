import * as z from 'zod/mini';
import { sinceYearOne } from './dates.ts';
import { idSchema } from './ids.ts';
import { problem } from './problems.ts';

const keySchemas = {
  text: z.string().check(
    z.maxLength(400),
    z.refine((text) => text.isWellFormed() && !text.includes('\0')),
  ),
  id: idSchema,
  time: z.iso.datetime().check(sinceYearOne),
  date: z.iso.date().check(sinceYearOne),
};
export type CursorKey = keyof typeof keySchemas;

/** An opaque place in a list: the sort keys of its last row. */
export function encodeCursor(keys: readonly string[]): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(keys))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Reads a cursor with these keys; null where there is none, 422 where it was not made by us. */
export function decodeCursor<const Keys extends readonly CursorKey[]>(
  cursor: string | undefined,
  keys: Keys,
): { [K in keyof Keys]: string } | null {
  if (cursor === undefined || cursor === '') return null;
  const values = readArray(cursor);
  const fits =
    values.length === keys.length && keys.every((key, at) => keySchemas[key].safeParse(values[at]).success);
  if (!fits)
    throw problem('invalid', {
      errors: [{ path: 'cursor', message: 'Take the cursor from the list before.' }],
    });
  return values as { [K in keyof Keys]: string }; // checked one by one above
}

function readArray(cursor: string): unknown[] {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** Cuts one row more than the page holds into the page and the cursor of the next. */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
  keysOf: (row: Row) => readonly string[],
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : null,
  };
}
