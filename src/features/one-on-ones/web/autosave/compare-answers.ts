import type { Answer } from '../../contract.ts';
import { normalizedAnswer } from '../../domain/answers.ts';
import { canonicalJson } from '../../domain/canonical-form.ts';

/** What one says in an answer; that it was dealt with is ticked apart from the words. */
export function saidIn(answer: (Answer & { done?: boolean | undefined }) | null): Answer | null {
  if (answer === null) return null;
  const { text, value, target } = answer;
  if (text === undefined && value === undefined && target === undefined) return null;
  return { ...(text && { text }), ...(value !== undefined && { value }), ...(target && { target }) };
}

/** Whether two answers say the same, whatever empty paragraphs an editor left. */
export function isSameAnswer(one: Answer | null, other: Answer | null): boolean {
  return canonicalJson(normalizedAnswer(one)) === canonicalJson(normalizedAnswer(other));
}

/** Theirs with mine after it; of two values or targets mine, because one item takes only one. */
export function bothAnswers(theirs: Answer | null, mine: Answer | null): Answer {
  const content = [...(theirs?.text?.content ?? []), ...(mine?.text?.content ?? [])];
  const value = mine?.value ?? theirs?.value;
  const target = mine?.target ?? theirs?.target;
  return {
    ...(content.length > 0 && { text: { type: 'doc', content } }),
    ...(value !== undefined && { value }),
    ...(target && { target }),
  };
}
