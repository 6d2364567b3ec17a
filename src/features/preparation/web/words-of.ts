import { normalizedAnswer } from '../../one-on-ones/domain/answers.ts';
import { canonicalJson } from '../../one-on-ones/domain/canonical-form.ts';
import { updateParts } from '../../one-on-ones/domain/given.ts';
import type { CallInput } from '../../../shared/routes.ts';
import type { Answer } from '../../one-on-ones/contract.ts';
import type { Preparation, preparationRoutes as routes } from '../contract.ts';

/** All that is written before a meeting, by place: the parts of the update by their names, answers by what was asked. */
export type Words = Readonly<Record<string, Answer>>;

export interface StoredWords {
  words: Words;
  version: number;
  isSent: boolean;
}

export function storedWordsOf({ update, answers, version, sentAt }: Preparation): StoredWords {
  const parts = updateParts.flatMap((part) => {
    const text = update[part];
    return text === undefined ? [] : [[part, { text }] as const];
  });
  return { words: { ...answers, ...Object.fromEntries(parts) }, version, isSent: sentAt !== null };
}

/** As the server takes it; what says nothing, and what the template asks no longer, is left out. */
export function bodyOf(
  words: Words,
  version: number,
  asked: Preparation['asked'],
): CallInput<typeof routes.write>['body'] {
  const update: CallInput<typeof routes.write>['body']['update'] = {};
  const answers: Record<string, Answer> = {};
  for (const [place, answer] of Object.entries(words)) {
    const said = normalizedAnswer(answer);
    const part = updateParts.find((name) => name === place);
    if (said === null) continue;
    if (part !== undefined && said.text !== undefined) update[part] = said.text;
    if (!asked.some(({ itemId }) => itemId === place)) continue;
    answers[place] = { ...(said.text && { text: said.text }), ...valueOf(said) };
  }
  return { update, answers, version };
}

function valueOf({ value }: { value?: number | undefined }): { value?: number } {
  return value === undefined ? {} : { value };
}

export function isSameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  return canonicalJson(normalizedAnswer(one ?? null)) === canonicalJson(normalizedAnswer(other ?? null));
}

/** What was sent is taken back before it is written on. */
export function whySent({ isSent }: StoredWords): string | null {
  return isSent ? 'it is sent already. Take it back, and what you typed here is saved.' : null;
}
