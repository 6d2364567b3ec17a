import { describe, expect, it } from 'vitest';
import type { Standing } from '../../one-on-ones/domain/rights.ts';
import { byDueDate, defaultDueOn, followUpOf, isAgreed, mayMark, outcomeOf } from './action-items.ts';

const open = { doneAt: null, dropped: null };
const at = '2026-11-20T09:00:00.000Z';

it.each([
  ['2026-11-24', open, 'open'],
  ['2026-11-23', open, 'overdue'],
  ['2026-11-25', open, 'open'],
  ['2026-11-01', { ...open, doneAt: at }, 'done'],
  ['2026-11-01', { ...open, dropped: { at } }, 'dropped'],
] as const)('on 24 November an agreement due on %s, marked %o, is %s', (dueOn, marks, outcome) => {
  expect(outcomeOf({ dueOn, ...marks }, '2026-11-24')).toBe(outcome);
});

it.each([
  ['2026-11-24', '2026-12-01'],
  ['2026-02-25', '2026-03-04'],
  ['2028-02-25', '2028-03-03'],
  ['2026-12-28', '2027-01-04'],
])('an agreement of %s is due on %s where nobody says when', (today, dueOn) => {
  expect(defaultDueOn(today)).toBe(dueOn);
});

describe('marked by', () => {
  const standing = (viewerId: string, stillManages = true): Standing => ({
    state: 'active',
    managerId: 'manager',
    employeeId: 'employee',
    participantIds: ['participant'],
    viewerId,
    stillManages,
  });
  it.each([
    ['employee', true, 'employee', 'yes'],
    ['employee', true, 'manager', 'not_yours'],
    ['manager', true, 'employee', 'yes'],
    ['manager', true, 'manager', 'yes'],
    ['manager', false, 'employee', 'no_longer_managed'],
    ['manager', false, 'manager', 'yes'],
    ['employee', false, 'employee', 'yes'],
    ['participant', true, 'employee', 'not_yours'],
    ['participant', true, 'participant', 'not_yours'],
    ['stranger', true, 'stranger', 'not_yours'],
  ])('the %s (still managed: %s), where the %s owns it: %s', (viewer, stillManages, owner, expected) => {
    const verdict = mayMark(standing(viewer, stillManages), owner);
    expect(verdict.allowed ? 'yes' : verdict.because).toBe(expected);
  });
});

it('counts an agreement only once it is shared', () => {
  expect((['draft', 'active', 'pending_approval', 'approved'] as const).map(isAgreed)).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

it('begins a meeting with what is open, the longest due first, and with what became of the last agreements', () => {
  const from = (id: string, heldOn: string, dueOn: string, marks: object = {}) => ({
    id,
    dueOn,
    ...open,
    ...marks,
    oneOnOne: { id: heldOn, heldOn },
  });
  const items = [
    from('new', '2026-11-10', '2026-11-30'),
    from('done now', '2026-11-10', '2026-11-17', { doneAt: '2026-11-16T10:00:00.000Z' }),
    from('old', '2026-10-13', '2026-10-20'),
    from('old, dropped since', '2026-10-13', '2026-10-20', { dropped: { at: '2026-11-12T10:00:00.000Z' } }),
    from('old, done before', '2026-10-13', '2026-10-20', { doneAt: '2026-10-19T10:00:00.000Z' }),
  ];
  const followUp = followUpOf(items);
  expect(followUp.open.map(({ id }) => id)).toEqual(['old', 'new']);
  expect(followUp.settled.map(({ id }) => id)).toEqual(['done now', 'old, dropped since']);
  expect(followUpOf([])).toEqual({ open: [], settled: [] });
});

it('puts those due on one day in one order for everybody', () => {
  const [a, b] = [
    { id: 'a', dueOn: '2026-11-24' },
    { id: 'b', dueOn: '2026-11-24' },
  ];
  expect([b, a].toSorted(byDueDate)).toEqual([a, b]);
});
