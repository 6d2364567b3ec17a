import * as z from 'zod/mini';
import { assertNever } from '../../../shared/assert-never.ts';

/** What is asked and answered, or measured. */
export const askedKinds = ['question', 'note', 'rating', 'mood', 'kpi', 'target'] as const;

/** What the meeting fills; each stands in a template once. */
export const broughtKinds = ['agenda', 'follow-up', 'update'] as const;

/** What an item can be. */
export const itemKinds = [...askedKinds, ...broughtKinds] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What shows a number of the employee's. */
export function isMeasured(kind: ItemKind): kind is 'kpi' | 'target' {
  return kind === 'kpi' || kind === 'target';
}

export function canBeBrought(kind: ItemKind): boolean {
  return broughtKinds.some((brought) => brought === kind);
}

/** Whose answer it is. The employee gives theirs before the meeting. */
export const answerers = ['manager', 'employee'] as const;
export type Answerer = (typeof answerers)[number];

/** Whether somebody can be asked to answer it before the meeting. */
export function canBeAnsweredBy(kind: ItemKind, answerer: Answerer): boolean {
  return answerer === 'manager' || kind === 'question' || kind === 'rating' || kind === 'mood';
}

export const maxSections = 40;
/** Per section. */
export const maxItems = 60;
/** KPIs and targets in all: each is worked out whenever the one-on-one is looked at. */
export const maxMeasured = 60;

/** Of a rating: how many steps, and words for some or all of them. */
export const itemOptionsSchema = z
  .strictObject({
    steps: z.int().check(z.gte(2), z.lte(10)),
    labels: z.optional(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(10))),
  })
  .check(
    z.refine(({ steps, labels = [] }) => labels.length <= steps, {
      message: 'More labels than steps.',
      path: ['labels'],
    }),
  );
export type ItemOptions = z.infer<typeof itemOptionsSchema>;

export const moodSteps = 5;
export const moodLabels = ['Rough', 'Low', 'Okay', 'Good', 'Great'] as const;

export const defaultSteps = 5;

/** How many steps the value of an answer has, 1 to n; null where the kind takes no value. */
export function stepsOf(kind: ItemKind, options: ItemOptions | null): number | null {
  switch (kind) {
    case 'rating':
      return options?.steps ?? defaultSteps;
    case 'mood':
      return moodSteps;
    case 'question':
    case 'note':
    case 'kpi':
    case 'target':
    case 'agenda':
    case 'follow-up':
    case 'update':
      return null;
    default:
      return assertNever(kind);
  }
}
