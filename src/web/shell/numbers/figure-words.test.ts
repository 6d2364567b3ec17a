import { describe, expect, it } from 'vitest';
import { callsBooked as kpi } from '../../../../test/support/calls-booked.ts';
import { statesInWords } from '../../../features/numbers/web/states-in-words.ts';
import type { Figures } from '../../../features/kpis/domain/figures.ts';
import type { PaceState } from '../../../features/kpis/domain/pace.ts';
import type { Period } from '../../../features/kpis/domain/periods.ts';
import { againstWords, comparedInWords, paceInWords } from './figure-words.ts';

function figuresWith(over: Partial<Figures>): Figures {
  return {
    kpi,
    period: 'month',
    startsOn: '2026-11-01',
    endsOn: '2026-11-30',
    asOf: '2026-11-22',
    value: 196,
    readings: 15,
    target: { value: 225, of: 'person' },
    expected: 161,
    progress: 0.87,
    state: 'on-track',
    compared: null,
    trend: [],
    ...over,
  };
}

describe('what a number says beside itself', () => {
  it.each([
    ['higher', 'person', 'of 225'],
    ['higher', 'team', 'of 225 (team)'],
    ['lower', 'person', 'at most 225'],
  ] as const)('is held against a target where %s is better, of a %s: %s', (direction, of, words) => {
    expect(againstWords({ kpi: { ...kpi, direction } }, { value: 225, of })).toBe(words);
  });

  it('is what is expected, until the target is reached', () => {
    expect(paceInWords(figuresWith({}))).toMatch(/^161 expected by/);
    expect(paceInWords(figuresWith({ value: 248 }))).toBe('reached');
    expect(paceInWords(figuresWith({ value: 225 }))).toBe('reached');
  });

  it('is no reached target where lower is better: it can still grow', () => {
    const lower = { ...kpi, direction: 'lower' } as const;
    expect(paceInWords(figuresWith({ kpi: lower, value: 300 }))).toMatch(/^161 expected by/);
  });

  it.each([
    ['day', '2026-11-21', /^12 on .*21/],
    ['week', '2026-11-09', /^12 in the week of .*9/],
    ['month', '2026-10-01', /^12 in October 2026$/],
    ['quarter', '2026-07-01', /^12 in Q3 2026$/],
  ] as const)('is what a %s before had', (period, startsOn, words) => {
    expect(
      comparedInWords(figuresWith({ period, compared: { with: 'previous', startsOn, value: 12 } })),
    ).toMatch(words);
  });
});

describe('the states of somebody’s numbers', () => {
  const of = (period: Period, ...states: (PaceState | null)[]) =>
    statesInWords(states.map((state) => ({ state, period })));

  it('count all: those without a target too', () => {
    expect(of('month', 'on-track', null, 'behind', null)).toBe('1 behind, 1 on track, 2 without a target.');
    expect(of('month', 'at-risk', 'no-data')).toBe('1 at risk, 1 no data.');
  });

  it('say of which period no target is set: another may have one', () => {
    expect(of('day', null, null)).toBe('No target is set for a day.');
  });
});
