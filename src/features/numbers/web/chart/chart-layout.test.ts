import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsBooked } from '../../../../../test/support/calls-booked.ts';
import { figuresOf } from '../../../kpis/domain/figures.ts';
import type { Figures } from '../../../kpis/domain/figures.ts';
import type { Kpi } from '../../../kpis/domain/kpi.ts';
import { addDays, trendOf } from '../../../kpis/domain/periods.ts';
import { layOut } from './chart-layout.ts';

const size = { width: 600, left: 40 };
const today = '2026-11-22';

/** By month, the last value is this month's. */
function figuresWith(values: readonly (number | null)[], over: Partial<Kpi> = {}, target?: number): Figures {
  const months = trendOf('month', today, values.length);
  const buckets = months.flatMap((startsOn, at) => {
    const value = values[at] ?? null;
    return value === null ? [] : [{ startsOn, sum: value, count: 1, last: value }];
  });
  const aim = { teamId: null, period: 'month', validFrom: '2026-01-01', validTo: null } as const;
  const targets = target === undefined ? [] : [{ ...aim, value: target }];
  return figuresOf(
    { kpi: { ...callsBooked, ...over }, buckets, targets, workingDays: [1, 2, 3, 4, 5] },
    { period: 'month', on: today, today, compareWith: 'none' },
  );
}

/** Where the points of a path stand from left to right. */
function xsOf(path: string): number[] {
  return [...path.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x));
}

describe('a chart', () => {
  it('draws what adds up as bars from nought, and puts the higher value higher', () => {
    const { hasBars, zero, plot, places } = layOut(figuresWith([10, 40, 20]), size);
    expect(hasBars).toBe(true);
    expect(zero).toBeCloseTo(plot.bottom);
    const [ten, forty, twenty] = places.slice(-3).map(({ y }) => y ?? 0);
    expect(forty).toBeLessThan(twenty ?? 0);
    expect(twenty).toBeLessThan(ten ?? 0);
    expect(layOut(figuresWith([10, -40]), size).zero).toBeLessThan(plot.bottom);
  });

  it('keeps the period that runs out of the line of those that are over', () => {
    const { linePath, runningPath, places } = layOut(
      figuresWith([3, 4, 5], { aggregation: 'average' }),
      size,
    );
    const last = places.at(-1);
    expect(last?.isRunning).toBe(true);
    const [before, running] = [places.at(-2), last].map((place) => place?.x ?? 0);
    expect(xsOf(linePath).at(-1)).toBeCloseTo(before ?? 0, 2);
    expect(xsOf(runningPath)).toEqual([expect.closeTo(before ?? 0, 2), expect.closeTo(running ?? 0, 2)]);
    expect(layOut(figuresWith([3, 4, null], { aggregation: 'average' }), size).runningPath).toBe('');
  });

  it('draws the target over the bands in which it holds, and nowhere else', () => {
    const { targetPath, places } = layOut(figuresWith([1, 2], {}, 3), size);
    const january = places.find(({ startsOn }) => startsOn === '2026-01-01');
    expect(xsOf(targetPath)[0]).toBeCloseTo(january?.left ?? 0, 2);
    expect(layOut(figuresWith([1, 2]), size).targetPath).toBe('');
  });

  it.each([
    ['whole numbers of what has no decimals', {}, [0, 1, 1], (tick: number) => Number.isInteger(tick)],
    [
      'tenths of what has one decimal',
      { aggregation: 'average', decimals: 1 },
      [8.36, 8.21, 8.3],
      (tick: number) => Math.abs(tick * 10 - Math.round(tick * 10)) < 1e-6,
    ],
    ['half hours and hours of durations', { unit: 'duration' }, [20, 160], (tick: number) => tick % 30 === 0],
  ] as const)('says on its axis %s', (_, over, values, isRound) => {
    const ticks = layOut(figuresWith(values, over), size).ticks.map(({ value }) => value);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.every(isRound)).toBe(true);
  });

  it('has a place for everything, whatever the values are', () => {
    const value = fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 13 }), fc.option(value), (values, target) => {
        const layout = layOut(figuresWith(values, { aggregation: 'last' }, target ?? undefined), size);
        const numbers = layout.places.flatMap(({ x, y, left }) => [x, y ?? 0, left]);
        expect([...numbers, layout.zero, ...layout.ticks.map(({ y }) => y)].every(Number.isFinite)).toBe(
          true,
        );
        for (const { y } of layout.places) {
          if (y === null) continue;
          expect(y).toBeGreaterThanOrEqual(layout.plot.top - 0.001);
          expect(y).toBeLessThanOrEqual(layout.plot.bottom + 0.001);
        }
        expect(`${layout.linePath}${layout.targetPath}${layout.runningPath}`).not.toContain('NaN');
      }),
    );
  });

  it('puts a day between the first and the last, later ones further on', () => {
    const { xOf, plot } = layOut(figuresWith([1]), size);
    const days = Array.from({ length: 380 }, (_, at) => xOf(addDays('2025-11-01', at)));
    expect(days.toSorted((a, b) => a - b)).toEqual(days);
    expect(days.at(0)).toBeGreaterThanOrEqual(plot.left);
    expect(days.at(-1)).toBeLessThanOrEqual(plot.right);
  });
});
