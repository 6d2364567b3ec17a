import * as z from 'zod/mini';
import { idSchema } from '../../../shared/ids.ts';
import { measureSchema } from '../../kpis/domain/measure.ts';
import { storedRichTextSchema } from '../../rich-text/domain/rich-text.ts';
import { answerers, itemKinds, itemOptionsSchema } from '../../templates/domain/items.ts';
import { givenSchema } from './given.ts';

/** As it is shown: what was stored, taken as it is. */
export const storedAnswerSchema = z.object({
  text: z.optional(storedRichTextSchema),
  value: z.optional(z.number()),
  /** Of what the meeting brought in: that it was dealt with. Ticked apart from the words. */
  done: z.optional(z.boolean()),
  /** What the two agree to aim for; it takes effect when the record is approved. */
  target: z.optional(z.object({ value: z.number(), from: z.string() })),
});

export const itemSchema = z.object({
  id: idSchema,
  kind: z.enum(itemKinds),
  prompt: z.string(),
  options: z.nullable(itemOptionsSchema),
  answer: z.nullable(storedAnswerSchema),
  /** Counts the item's answers; 0 while there is none. */
  version: z.number(),
  answeredBy: z.enum(answerers),
  /** The answer, or the update, is the employee's own, sent before the meeting: nobody changes it. */
  fromEmployee: z.boolean(),
  /** What the meeting brought in: a talking point, an action item of before, the update. */
  given: z.nullable(givenSchema),
  /** Of a KPI or a target: which, over which period. Null for everything else. */
  measure: z.nullable(measureSchema),
});
export const sectionSchema = z.object({
  id: idSchema,
  title: z.string(),
  /** For the manager's eyes: null for everybody else. */
  guidance: z.nullable(z.string()),
  items: z.array(itemSchema),
});
