import * as z from 'zod/mini';
import { isEmptyRichText } from './plain-text.ts';
import { richTextSchema } from './rich-text.ts';

/** A rich text that says something. */
export const writtenSchema = richTextSchema.check(
  z.refine((doc) => !isEmptyRichText(doc), 'Write something first.'),
);
/** Of a body that holds the largest rich text. */
export const richTextBodyLimit = 1024 * 1024;
