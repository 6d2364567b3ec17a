import { describe, expect, it } from 'vitest';
import type { Figures } from '../../kpis/domain/figures.ts';
import { byNeed, countStates } from './order.ts';
import { cellOf, largestChange, readSort, sortRows, standing, writeSort } from './team-order.ts';
import type { NumbersRow } from './team-order.ts';

const kpiId = '01a1ff00-0000-7000-8000-000000000001';
const otherId = '01a1ff00-0000-7000-8000-000000000002';

function figures(
  values: (number | null)[],
  target: number | null = null,
  direction: 'higher' | 'lower' = 'higher',
): Figures {
  const value = values.at(-1) ?? null;
  return {
    kpi: {
      id: kpiId,
      name: 'Calls',
      unit: 'number',
      currency: null,
      direction,
      aggregation: 'sum',
      decimals: 0,
    },
    period: 'month',
    startsOn: '2026-11-01',
    endsOn: '2026-11-30',
    asOf: '2026-11-16',
    value,
    readings: 1,
    target: target === null ? null : { value: target, of: 'person' },
    expected: target,
    progress: null,
    state: null,
    compared: null,
    trend: values.map((one) => ({ startsOn: '2026-11-01', value: one, target })),
  };
}

function row(name: string, one: Figures | null): NumbersRow {
  return {
    person: { id: name, name },
    cells: [one && cellOf(one)],
  };
}

const names = (rows: NumbersRow[]) => rows.map(({ person }) => person.name).join(' ');

describe('tiles', () => {
  const states = ['on-track', 'behind', null, 'at-risk', 'no-data', 'behind'] as const;

  it('come in the order in which they need somebody', () => {
    const tiles = states.map((state, id) => ({ state, id }));
    expect(byNeed(tiles).map(({ id }) => id)).toEqual([1, 5, 3, 0, 2, 4]);
  });

  it('are counted by how they stand', () => {
    expect([...countStates(states.map((state) => ({ state })))]).toEqual([
      ['behind', 2],
      ['at-risk', 1],
      ['on-track', 1],
      ['no-data', 1],
    ]);
  });
});

describe('a team', () => {
  const rows = [
    row('Ada', figures([100, 110, 90], 100)),
    row('Ben', figures([100, 50, 40], 100)),
    row('Cem', null),
    row('Dot', figures([null, null, 70])),
    row('Eve', figures([null, null, 120])),
  ];
  const kpis = [{ id: kpiId, direction: 'higher' as const }];

  it.each([
    ['name', 'Ada Ben Cem Dot Eve'],
    ['-name', 'Eve Dot Cem Ben Ada'],
    // Behind its target first; without a target by the value, without a number last.
    [kpiId, 'Ben Ada Dot Eve Cem'],
    [`-${kpiId}`, 'Ada Ben Eve Dot Cem'],
    ['change', 'Ben Ada Cem Dot Eve'],
    ['-change', 'Ada Ben Cem Dot Eve'],
    [otherId, 'Ada Ben Cem Dot Eve'],
    [undefined, 'Ada Ben Cem Dot Eve'],
  ])('by %s is %s', (sort, order) => {
    expect(names(sortRows(rows, kpis, readSort(sort, kpis)))).toBe(order);
  });

  it('by what is behind has those first who have most of it, and those without a target last', () => {
    const standingAt = (name: string, ...states: Figures['state'][]): NumbersRow => ({
      person: { id: name, name },
      cells: states.map((state) => cellOf({ ...figures([1]), state })),
    });
    const people = [
      standingAt('Ada', 'on-track', 'at-risk'),
      standingAt('Ben', null, null),
      standingAt('Cem', 'behind', 'on-track'),
      standingAt('Dot', 'on-track', 'no-data'),
      standingAt('Eve', 'behind', 'at-risk'),
    ];
    expect(names(sortRows(people, kpis, readSort('behind', kpis)))).toBe('Eve Cem Ada Dot Ben');
    expect(names(sortRows(people, kpis, readSort('-behind', kpis)))).toBe('Dot Ada Cem Eve Ben');
  });

  it('keeps its order in the address', () => {
    for (const text of ['name', 'behind', '-change', `-${kpiId}`])
      expect(writeSort(readSort(text, kpis))).toBe(text);
  });

  it('puts the highest last where low is better', () => {
    const low = (value: number, target: number) =>
      standing(cellOf(figures([value], target, 'lower')), 'lower');
    expect(low(80, 100)).toBe(0.2);
    expect(low(120, 100)).toBe(-0.2);
    expect(low(3, 0)).toBe(-3);
  });

  it('says what changed most, from nought by all of it', () => {
    const from = (values: number[]) => cellOf(figures(values));
    const cells = [from([10, 12, 0]), from([0, 3, 0]), null, from([10, 4, 0])];
    expect(largestChange({ cells })).toMatchObject({ at: 1, change: { to: 3 } });
    expect(largestChange({ cells: [null] })).toBeNull();
  });
});
