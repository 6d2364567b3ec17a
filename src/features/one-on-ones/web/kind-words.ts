import type { ItemKind } from '../../templates/domain/items.ts';

export const kindWords: Record<ItemKind, { label: string; hint: string }> = {
  question: { label: 'Words', hint: 'A question with an answer in text' },
  note: { label: 'A note', hint: 'Free text' },
  rating: { label: 'A rating', hint: 'One to five, with words if you like' },
  mood: { label: 'A mood', hint: 'From rough to great' },
};
