import { describe, expect, it } from 'vitest';
import { isAnswered, isUnanswered, tallyOf } from './look-back.ts';

describe('how the two kept what they agreed', () => {
  it.each([
    ['before the day', { dueOn: '2026-11-10', doneAt: '2026-11-09T12:00:00Z' }, 'doneOnTime'],
    ['on the day', { dueOn: '2026-11-10', doneAt: '2026-11-10T21:00:00Z' }, 'doneOnTime'],
    [
      'late in the evening, where it is tomorrow in UTC',
      { dueOn: '2026-11-10', doneAt: '2026-11-11T03:00:00Z' },
      'doneOnTime',
    ],
    ['the day after', { dueOn: '2026-11-10', doneAt: '2026-11-11T14:00:00Z' }, 'doneLate'],
    ['not yet, and due today', { dueOn: '2026-11-22', doneAt: null }, 'open'],
    ['not yet, and due yesterday', { dueOn: '2026-11-21', doneAt: null }, 'overdue'],
  ] as const)('%s', (_, item, as) => {
    const tally = tallyOf([{ heldOn: '2026-11-03', agreed: [item] }], '2026-11-22', 'America/New_York');
    const none = { doneOnTime: 0, doneLate: 0, open: 0, overdue: 0 };
    expect(tally).toMatchObject({ ...none, [as]: 1 });
  });

  it('names every meeting, also one in which nothing was agreed', () => {
    const agreed = [
      { dueOn: '2026-11-10', doneAt: '2026-11-09T12:00:00Z' },
      { dueOn: '2026-12-01', doneAt: null },
    ];
    const meetings = [
      { heldOn: '2026-10-27', agreed: [] },
      { heldOn: '2026-11-03', agreed },
    ];
    expect(tallyOf(meetings, '2026-11-22', 'UTC').byMeeting).toEqual([
      { heldOn: '2026-10-27', agreed: 0, done: 0 },
      { heldOn: '2026-11-03', agreed: 2, done: 1 },
    ]);
  });
});

describe('what is looked back on', () => {
  const text = { text: { type: 'doc', content: [] } } as const;
  it.each([
    ['a question without an answer', { kind: 'question', answer: null, given: null }, true, false],
    ['a question with one', { kind: 'question', answer: text, given: null }, false, true],
    ['a mood that was left out', { kind: 'mood', answer: null, given: null }, false, false],
    ['a mood that was said', { kind: 'mood', answer: { value: 3 }, given: null }, false, true],
    ['a point with a note', { kind: 'agenda', answer: text, given: null }, false, false],
  ] as const)('%s', (_, item, unanswered, answered) => {
    expect([isUnanswered(item as never), isAnswered(item as never)]).toEqual([unanswered, answered]);
  });
});
