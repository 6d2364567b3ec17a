import { normalizedAnswer } from '../../one-on-ones/domain/answers.ts';
import { updateParts, updatePartWords } from '../../one-on-ones/domain/given.ts';
import type { Asked, Preparation } from '../contract.ts';
import type { Words } from './words-of.ts';

/** Where something can be written: a part of the update, or what the template asks. */
export interface Place {
  name: string;
  title: string;
  placeholder: string;
  /** Null for a part of the update, which is words alone. */
  asked: Asked | null;
}

const placeholders = {
  wentWell: 'What worked, large or small',
  couldImprove: 'What got in the way, and what would help',
  anythingElse: 'Whatever else should be known before you meet',
};

export function placesIn({ asked }: Pick<Preparation, 'asked'>): Place[] {
  const parts = updateParts.map((part) => ({
    name: part,
    title: updatePartWords[part],
    placeholder: placeholders[part],
    asked: null,
  }));
  const others = asked.map((one) => ({
    name: one.itemId,
    title: one.prompt,
    placeholder: 'Write here',
    asked: one,
  }));
  return [...parts, ...others];
}

/** Those in which something is said. */
export function saidIn(places: readonly Place[], words: Words): Place[] {
  return places.filter(({ name }) => normalizedAnswer(words[name] ?? null) !== null);
}
