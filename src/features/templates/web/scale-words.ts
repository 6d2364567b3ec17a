import { moodLabels, stepsOf } from '../domain/items.ts';
import type { Item } from '../domain/sections.ts';

/** The steps of a rating or a mood as one reads them; null for what has none. */
export function scaleWords({ kind, options }: Pick<Item, 'kind' | 'options'>): string[] | null {
  if (kind === 'mood') return [...moodLabels];
  const steps = stepsOf(kind, options);
  if (steps === null) return null;
  return Array.from({ length: steps }, (_, at) => options?.labels?.[at]?.trim() || String(at + 1));
}
