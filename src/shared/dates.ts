import * as z from 'zod/mini';

/** ISO 8601 counts a year 0, PostgreSQL does not: it would answer with an error of its own. */
export const sinceYearOne = z.refine<string>(
  (text) => !text.startsWith('0000'),
  'Enter a year from 0001 on.',
);
