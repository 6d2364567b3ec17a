import { describe, expect, it } from 'vitest';
import { callsBooked as kpi } from '../../../../../test/support/calls-booked.ts';
import { figuresOfItem } from '../../../kpis/domain/figures.ts';
import type { Measure } from '../../../kpis/domain/measure.ts';
import { isAnswer } from './is-answer.ts';

const measure: Measure = { kpiId: kpi.id, period: 'month', which: 'last', compareWith: 'previous' };
const heldOn = '2026-11-22';
const figures = figuresOfItem(
  { kpi, buckets: [], targets: [], workingDays: [1] },
  { ...measure },
  { heldOn, today: heldOn },
);
const answered = [{ itemId: 'calls', figures }];
const recordWith = (over: Partial<Measure> = {}, more: object = {}) => ({
  heldOn,
  stillManaged: true,
  sections: [
    {
      items: [
        { id: 'words', measure: null },
        { id: 'calls', measure: { ...measure, ...over } },
      ],
    },
  ],
  ...more,
});

describe('figures', () => {
  it.each([
    ['of what is shown', recordWith(), true],
    ['of another KPI', recordWith({ kpiId: '01a1ff00-0000-7000-8000-000000000002' }), false],
    ['of another period', recordWith({ period: 'week' }), false],
    ['of the period before', recordWith({ which: 'current' }), false],
    ['compared with something else', recordWith({ compareWith: 'year-before' }), false],
    ['compared with nothing', recordWith({ compareWith: 'none' }), false],
    ['of another day in the same month', recordWith({}, { heldOn: '2026-11-01' }), true],
    ['of another day', recordWith({}, { heldOn: '2026-10-31' }), false],
    ['of a KPI that is not chosen any more', recordWith({ kpiId: null }), true],
  ])('%s', (_, record, is) => {
    expect(isAnswer(answered, record)).toBe(is);
  });

  it('that are missing are on their way, but not to a former manager', () => {
    expect(isAnswer([], recordWith())).toBe(false);
    expect(isAnswer([], recordWith({}, { stillManaged: false }))).toBe(true);
  });
});
