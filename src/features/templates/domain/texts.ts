import * as z from 'zod/mini';
import { isMeasured } from './items.ts';
import type { ItemKind } from './items.ts';

/** Apart from the routes of templates, so that a page of one-on-ones does not load those for it. */
export const sectionTitleSchema = z
  .string()
  .check(z.trim(), z.minLength(1, 'Enter a title.'), z.maxLength(200));
export const promptSchema = z
  .string()
  .check(z.trim(), z.minLength(1, 'Enter what to ask or discuss.'), z.maxLength(1000));
export const guidanceSchema = z.string().check(z.maxLength(4000));

export const measureFitsKind = z.refine<{ kind: ItemKind; measure?: unknown }>(
  ({ kind, measure }) => isMeasured(kind) === (measure !== undefined),
  { message: 'A KPI or a target says what it measures; nothing else does.', path: ['measure'] },
);
