import { isEmptyRichText, toPlainText } from '../../rich-text/domain/plain-text.ts';
import { moodLabels, stepsOf } from '../../templates/domain/items.ts';
import type { ItemKind, ItemOptions } from '../../templates/domain/items.ts';
import type { Measure } from '../../kpis/domain/measure.ts';
import type { AnswerContent } from './content.ts';

interface Asked {
  kind: ItemKind;
  options: ItemOptions | null;
}

/** Whether an item can be ticked: what the meeting brought in. */
export function canBeTicked(kind: ItemKind): boolean {
  return kind === 'agenda' || kind === 'follow-up';
}

/** What does not fit an item, and where; null where everything does. */
export function answerFault(
  asked: Asked & { measure: Measure | null },
  answer: AnswerContent,
): { path: string; message: string } | null {
  const value = valueFault(asked, answer);
  if (value !== null) return { path: 'answer.value', message: value };
  if (answer.target === undefined) return null;
  const path = 'answer.target';
  if (asked.kind !== 'target') return { path, message: 'Only a target is agreed on.' };
  if ((asked.measure?.kpiId ?? null) === null) return { path, message: 'Choose first which KPI it is for.' };
  return null;
}

/** The reason why a value does not fit an item, or null where it does. */
export function valueFault(asked: Asked, answer: AnswerContent): string | null {
  if (answer.value === undefined) return null;
  const steps = stepsOf(asked.kind, asked.options);
  if (steps === null) return `A ${asked.kind} takes no value.`;
  return answer.value <= steps ? null : `Choose a value from 1 to ${steps}.`;
}

/** An answer without words and without a value is none. */
export function normalizedAnswer(answer: AnswerContent | null): AnswerContent | null {
  if (answer === null) return null;
  const text = answer.text !== undefined && !isEmptyRichText(answer.text) ? answer.text : undefined;
  const isDone = answer.done === true;
  const { value, target } = answer;
  if (text === undefined && value === undefined && target === undefined && !isDone) return null;
  return {
    ...(text && { text }),
    ...(value !== undefined && { value }),
    ...(target !== undefined && { target }),
    ...(isDone && { done: true }),
  };
}

/** "Good (4 of 5)": the word of a value, with its number. */
export function valueInWords(asked: Asked, value: number): string {
  const steps = stepsOf(asked.kind, asked.options);
  const label = asked.kind === 'mood' ? moodLabels[value - 1] : asked.options?.labels?.[value - 1];
  const number = steps === null ? `${value}` : `${value} of ${steps}`;
  return label ? `${label} (${number})` : number;
}

/** What a tick says. */
export const tickedWord = { agenda: 'Discussed', 'follow-up': 'Done' } as const;

/** The words of an answer, for search and for showing what changed. */
export function answerInWords(asked: Asked, answer: AnswerContent | null): string {
  if (answer === null) return '';
  const value = answer.value === undefined ? '' : valueInWords(asked, answer.value);
  const text = answer.text === undefined ? '' : toPlainText(answer.text);
  const { target } = answer;
  const agreed = target === undefined ? '' : `New target: ${target.value}, from ${target.from}`;
  const done = answer.done === true ? tickedWord[asked.kind === 'follow-up' ? 'follow-up' : 'agenda'] : '';
  return [done, value, agreed, text].filter(Boolean).join('\n');
}
