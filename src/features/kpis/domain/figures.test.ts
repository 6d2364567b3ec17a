import { describe, expect, it } from 'vitest';
import { callsBooked as kpi } from '../../../../test/support/calls-booked.ts';
import { figuresOf, figuresOfItem } from './figures.ts';
import type { Numbers } from './figures.ts';
import { targetOf } from './targets.ts';
import type { BindingTarget } from './targets.ts';
import { periodInWords, valueInWords } from './number-words.ts';

const target = (
  value: number,
  validFrom: string,
  validTo: string | null = null,
  teamId: string | null = null,
): BindingTarget => ({
  teamId,
  period: 'month',
  value,
  validFrom,
  validTo,
});
const numbers: Numbers = {
  kpi,
  buckets: [
    { startsOn: '2025-11-01', sum: 70, count: 20, last: 3 },
    { startsOn: '2026-10-01', sum: 80, count: 21, last: 4 },
    { startsOn: '2026-11-01', sum: 60, count: 15, last: 5 },
  ],
  targets: [
    target(100, '2026-01-01', '2026-10-31'),
    target(210, '2026-11-01'),
    target(999, '2026-01-01', null, 'team'),
  ],
  workingDays: [1, 2, 3, 4, 5],
};
const asked = { period: 'month', on: '2026-11-16', today: '2026-11-16', compareWith: 'previous' } as const;

describe('figures', () => {
  it('say value, target, pace and what it was before', () => {
    expect(figuresOf(numbers, asked)).toMatchObject({
      startsOn: '2026-11-01',
      endsOn: '2026-11-30',
      value: 60,
      readings: 15,
      target: { value: 210, of: 'person' },
      expected: 100,
      state: 'behind',
      compared: { with: 'previous', startsOn: '2026-10-01', value: 80 },
    });
    expect(figuresOf(numbers, { ...asked, compareWith: 'year-before' }).compared).toEqual({
      with: 'year-before',
      startsOn: '2025-11-01',
      value: 70,
    });
  });

  it('tell a period without readings from nought', () => {
    const { trend } = figuresOf(numbers, asked);
    expect(trend).toHaveLength(13);
    expect(trend[0]).toEqual({ startsOn: '2025-11-01', value: 70, target: null });
    expect(trend.at(-2)).toEqual({ startsOn: '2026-10-01', value: 80, target: 100 });
    expect(trend.at(-3)?.value).toBeNull();
  });

  it('of an item are those of the day it was held on, or of the period before', () => {
    const measure = { kpiId: kpi.id, period: 'month', compareWith: 'none' } as const;
    const on = { heldOn: '2026-11-03', today: '2027-02-01' };
    expect(figuresOfItem(numbers, { ...measure, which: 'current' }, on)).toMatchObject({
      value: 60,
      expected: 210,
    });
    expect(figuresOfItem(numbers, { ...measure, which: 'last' }, on)).toMatchObject({
      value: 80,
      compared: null,
    });
  });
});

describe('the target of a period', () => {
  const november = { period: 'month', endsOn: '2026-11-30' } as const;
  const team = (value: number, teamId: string) => target(value, '2026-01-01', null, teamId);
  it.each([
    ['is the person’s own before their team’s', [team(500, 'a'), target(20, '2026-11-20')], 20],
    ['is the most demanding of several teams’', [team(5, 'a'), team(9, 'b')], 9],
    ['is not one that ended before', [target(20, '2026-01-01', '2026-11-29')], undefined],
    ['is not one that begins after', [target(20, '2026-12-01')], undefined],
    ['is not one of another period', [{ ...target(20, '2026-01-01'), period: 'week' }], undefined],
  ] satisfies [string, BindingTarget[], number | undefined][])('%s', (_, targets, value) => {
    expect(targetOf(targets, 'higher', november)?.value).toBe(value);
  });

  it('of what should be low is the lowest of several teams’', () => {
    expect(targetOf([team(5, 'a'), team(9, 'b')], 'lower', november)?.value).toBe(5);
  });
});

describe('in words', () => {
  it.each([
    [{ ...kpi, decimals: 1 }, 1240.25, '1,240.3'],
    [{ ...kpi, unit: 'percent' as const, decimals: 1 }, 42.5, '42.5 %'],
    [{ ...kpi, unit: 'currency' as const, currency: 'EUR', decimals: 2 }, 1200, '€1,200.00'],
    [{ ...kpi, unit: 'duration' as const }, 80, '1 h 20 min'],
    [{ ...kpi, unit: 'duration' as const }, 120, '2 h'],
    [{ ...kpi, unit: 'duration' as const }, 0, '0 min'],
    [{ ...kpi, unit: 'duration' as const }, -30, '−30 min'],
    [{ ...kpi, unit: 'currency' as const, currency: 'EUR', aggregation: 'count' as const }, 3, '3'],
    [kpi, null, 'no data'],
  ])('%j %s is %s', (one, value, words) => {
    expect(valueInWords(one, value, 'en-GB')).toBe(words);
  });

  it.each([
    ['week', '2026-11-16', 'week of 16 Nov'],
    ['month', '2026-11-01', 'November 2026'],
    ['quarter', '2026-10-01', 'Q4 2026'],
    ['quarter', '2026-01-01', 'Q1 2026'],
    ['year', '2026-01-01', '2026'],
  ] as const)('the %s from %s is %s', (period, startsOn, words) => {
    expect(periodInWords(period, startsOn, 'en-GB')).toBe(words);
  });
});
