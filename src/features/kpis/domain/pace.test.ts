import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregations, directions } from './kpi.ts';
import { expectedBy, isHit, paceOf, progressOf } from './pace.ts';
import { addDays, spanOf } from './periods.ts';

const week = [1, 2, 3, 4, 5];
const november = spanOf('month', '2026-11-15');
const higher = { aggregation: 'sum', direction: 'higher' } as const;
const lower = { aggregation: 'sum', direction: 'lower' } as const;
const average = { aggregation: 'average', direction: 'higher' } as const;

describe('the pace of what adds up', () => {
  it.each([
    // November 2026 begins on a Sunday and has 21 working days; the day itself is not over yet.
    ['2026-11-01', 0],
    ['2026-11-02', 0],
    ['2026-11-03', 10],
    ['2026-11-07', 50],
    ['2026-11-09', 50],
    ['2026-11-30', 200],
    ['2026-12-01', 210],
    ['2027-05-01', 210],
  ])('asks on %s for %i of 210', (today, expected) => {
    const aim = { target: 210, span: november, today, workingDays: week };
    expect(expectedBy(higher, aim)).toBeCloseTo(expected);
    expect(expectedBy(average, aim)).toBe(210);
  });

  it('goes by calendar days where a period has no working day', () => {
    const sunday = spanOf('day', '2026-11-22');
    const aim = { target: 4, span: sunday, workingDays: week };
    expect(expectedBy(higher, { ...aim, today: '2026-11-22' })).toBe(0);
    expect(expectedBy(higher, { ...aim, today: '2026-11-23' })).toBe(4);
  });
});

describe('somebody', () => {
  const aim = { target: 210, span: november, today: '2026-11-16', workingDays: week };
  it.each([
    // 100 are asked for by then.
    [higher, null, 'no-data'],
    [higher, 120, 'on-track'],
    [higher, 100, 'on-track'],
    [higher, 95, 'on-track'],
    [higher, 94, 'at-risk'],
    [higher, 80, 'at-risk'],
    [higher, 79, 'behind'],
    [higher, 0, 'behind'],
    [lower, 80, 'on-track'],
    [lower, 105, 'on-track'],
    [lower, 120, 'at-risk'],
    [lower, 121, 'behind'],
    [lower, null, 'no-data'],
  ] as const)('of %j with %s is %s', (kpi, value, state) => {
    expect(paceOf(kpi, value, aim)).toBe(state);
  });

  it('is never worse off with a better value', () => {
    const rank = { 'on-track': 2, 'at-risk': 1, behind: 0, 'no-data': -1 };
    fc.assert(
      fc.property(
        fc.constantFrom(...aggregations),
        fc.constantFrom(...directions),
        fc.float({ min: -1000, max: 1000, noNaN: true }),
        fc.float({ min: 0, max: 500, noNaN: true }),
        fc.float({ min: -500, max: 1000, noNaN: true }),
        fc.integer({ min: 0, max: 40 }),
        (aggregation, direction, value, better, target, days) => {
          const kpi = { aggregation, direction };
          const at = { target, span: november, today: addDays(november.startsOn, days), workingDays: week };
          const improved = direction === 'higher' ? value + better : value - better;
          expect(rank[paceOf(kpi, improved, at)]).toBeGreaterThanOrEqual(rank[paceOf(kpi, value, at)]);
        },
      ),
    );
  });
});

describe('a target', () => {
  const at = { target: 10, span: november };
  it.each([
    ['is hit as soon as enough is there', higher, 10, '2026-11-05', true],
    ['is not hit before', higher, 9, '2026-12-05', false],
    ['of an average is hit when its period is over', average, 12, '2026-11-30', false],
    ['of an average is hit when its period is over', average, 12, '2026-12-01', true],
    ['of what should be low is hit when its period is over', lower, 3, '2026-11-30', false],
    ['of what should be low is hit when its period is over', lower, 3, '2026-12-01', true],
    ['is not hit without readings', lower, null, '2026-12-01', false],
  ] as const)('%s', (_, kpi, value, today, hit) => {
    expect(isHit(kpi, value, { ...at, today })).toBe(hit);
  });

  it('has parts only above nought', () => {
    expect(progressOf(5, 10)).toBe(0.5);
    expect(progressOf(15, 10)).toBe(1.5);
    expect(progressOf(5, 0)).toBeNull();
    expect(progressOf(null, 10)).toBeNull();
  });
});
