import type { askedKinds } from '../../templates/domain/items.ts';

export type AskedKind = (typeof askedKinds)[number];

/** What can be added to a record by hand; the meeting brings the rest. */
export const kindWords: Record<AskedKind, { label: string; hint: string }> = {
  question: { label: 'Words', hint: 'A question with an answer in text' },
  note: { label: 'A note', hint: 'Free text' },
  rating: { label: 'A rating', hint: 'One to five, with words if you like' },
  kpi: { label: 'A KPI', hint: 'A number of the employee’s, with its trend' },
  target: { label: 'A target', hint: 'How far it is, and agreeing on a new one' },
  mood: { label: 'A mood', hint: 'From rough to great' },
};
