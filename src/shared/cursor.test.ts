import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { pageQuery } from './pages.ts';

const id = '01900000-0001-7000-8000-000000000000';
const refused = 'Some of what was sent cannot be accepted.';
const query = z.object(pageQuery);

describe('a cursor', () => {
  it.each(['Å'.repeat(120), '田'.repeat(120), '\u{1F469}'.repeat(60), '"'.repeat(120), '\u0001'.repeat(120)])(
    'takes the longest names, such as %s',
    (name) => {
      const { cursor } = query.parse({ cursor: encodeCursor([name, id]) });
      expect(decodeCursor(cursor, ['text', 'id'])).toEqual([name, id]);
    },
  );

  it('is absent at the first page', () => {
    expect(decodeCursor(undefined, ['text', 'id'])).toBeNull();
    expect(decodeCursor('', ['text', 'id'])).toBeNull();
  });

  it.each([
    ['that is none', 'nonsense'],
    ['of another list', encodeCursor(['Maya Adler', id])],
    ['with too few keys', encodeCursor(['12'])],
    ['that the database could not hold', encodeCursor(['a\0', id])],
  ])('%s is refused', (_, cursor) => {
    expect(() => decodeCursor(cursor, ['time', 'id'])).toThrow(refused);
  });

  it('of the year 0, which PostgreSQL does not know, is refused', () => {
    const cursor = encodeCursor(['0000-01-01T00:00:00Z', id]);
    expect(() => decodeCursor(cursor, ['time', 'id'])).toThrow(refused);
  });
});
