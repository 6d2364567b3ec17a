import { expect, it } from 'vitest';
import { changesBetween } from './changes.ts';
import type { AnswerContent, ItemContent, RecordContent } from './content.ts';

const item = (kind: ItemContent['kind'], answer: AnswerContent | null): ItemContent => ({
  id: kind,
  kind,
  prompt: `The ${kind}`,
  options: null,
  answer,
  answeredBy: 'manager',
  fromEmployee: false,
  given: null,
  measure: null,
});
const recordOf = (...items: ItemContent[]): RecordContent => ({
  title: 'Weekly',
  heldOn: '2026-11-24',
  participantIds: [],
  actionItems: [],
  files: [],
  sections: [{ id: 'one', title: 'One', items }],
});

it('shows that an item shows another number, and nothing where an older snapshot knows of none', () => {
  const measure = { kpiId: null, period: 'month', which: 'current', compareWith: 'none' } as const;
  const calls = { ...item('kpi', null), measure };
  const byWeek = { ...calls, measure: { ...measure, period: 'week' as const } };
  expect(changesBetween(recordOf(calls), recordOf(byWeek))).toEqual([
    { kind: 'item', how: 'changed', label: 'The kpi', before: null, after: 'Shows another number' },
  ]);
  const { measure: _, ...old } = item('question', null);
  expect(changesBetween(recordOf(old as ItemContent), recordOf(item('question', null)))).toEqual([]);
});

it('shows what was ticked since, and what was not any more', () => {
  const before = recordOf(item('agenda', null), item('follow-up', { done: true }));
  const after = recordOf(item('agenda', { done: true }), item('follow-up', null));
  expect(changesBetween(before, after)).toEqual([
    { kind: 'answer', how: 'added', label: 'The agenda', before: null, after: 'Discussed' },
    { kind: 'answer', how: 'removed', label: 'The follow-up', before: 'Done', after: null },
  ]);
});
