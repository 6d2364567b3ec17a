import type { Figures } from '../../kpis/domain/figures.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import type { PaceState } from '../../kpis/domain/pace.ts';
import { lastChange } from './change.ts';
import type { Change } from './change.ts';

/** How one number of one person stands. */
export interface NumbersCell {
  value: number | null;
  target: number | null;
  /** Where one should be by now; null without a target. */
  expected: number | null;
  state: PaceState | null;
  change: Change | null;
}

/** Of hundreds of people the whole trend of each number would be megabytes. */
export function cellOf(figures: Figures): NumbersCell {
  const { value, target, expected, state } = figures;
  return { value, target: target?.value ?? null, expected, state, change: lastChange(figures) };
}

/** A person with their numbers, in the order of the KPIs; null where there is neither reading nor target. */
export interface NumbersRow {
  person: { id: string; name: string };
  cells: readonly (NumbersCell | null)[];
}

/** By name, by how much is behind, by how much something changed, or by how one KPI stands. */
export type SortKey = 'name' | 'behind' | 'change' | { kpiId: string };

export interface TeamSort {
  by: SortKey;
  /** The other way round: from Z, from what changed least, from the best. */
  reversed: boolean;
}

/** As the address says it: `name`, `behind`, `change` or the id of a KPI, with a minus before it where it is reversed. */
export function readSort(text: string | undefined, kpis: readonly Pick<Kpi, 'id'>[]): TeamSort {
  const reversed = text?.startsWith('-') ?? false;
  const key = text?.replace(/^-/, '') ?? 'name';
  if (kpis.some(({ id }) => id === key)) return { by: { kpiId: key }, reversed };
  return { by: key === 'change' || key === 'behind' ? key : 'name', reversed };
}

export function writeSort({ by, reversed }: TeamSort): string {
  return `${reversed ? '-' : ''}${typeof by === 'string' ? by : by.kpiId}`;
}

/**
 * How a number stands, to be compared with others of the same KPI: the part by which it is ahead of where it should
 * be by now. Null without a value or a target.
 */
export function standing(
  { value, expected, target }: Pick<NumbersCell, 'value' | 'expected' | 'target'>,
  direction: Kpi['direction'],
): number | null {
  if (value === null || target === null) return null;
  const due = expected ?? target;
  const ahead = direction === 'higher' ? value - due : due - value;
  return ahead / (Math.abs(due) || Math.abs(target) || 1);
}

/** What was nought before changed by all of it. */
export function sizeOf(change: Change): number {
  return Math.abs(change.by ?? 1);
}

export interface LargestChange {
  change: Change;
  /** The place of its KPI. */
  at: number;
}

export function largestChange({ cells }: Pick<NumbersRow, 'cells'>): LargestChange | null {
  return cells.reduce<LargestChange | null>((largest, cell, at) => {
    const change = cell?.change ?? null;
    if (change === null) return largest;
    return largest === null || sizeOf(change) > sizeOf(largest.change) ? { change, at } : largest;
  }, null);
}

/** What needs somebody first; who has nothing to compare comes last whichever way it goes. */
export function sortRows<Row extends NumbersRow>(
  rows: readonly Row[],
  kpis: readonly Pick<Kpi, 'id' | 'direction'>[],
  { by, reversed }: TeamSort,
): Row[] {
  // The rows come by name.
  if (by === 'name') return reversed ? rows.toReversed() : [...rows];
  const column = typeof by === 'string' ? -1 : kpis.findIndex(({ id }) => id === by.kpiId);
  const direction = kpis[column]?.direction ?? 'higher';
  const keysOf = (row: Row): readonly (number | null)[] => {
    if (by === 'change') {
      const largest = largestChange(row);
      return [largest === null ? null : -sizeOf(largest.change)];
    }
    if (by === 'behind') return needOf(row);
    const cell = row.cells[column] ?? null;
    if (cell === null) return [null, null];
    const { value } = cell;
    return [standing(cell, direction), value === null ? null : direction === 'higher' ? value : -value];
  };
  const keyed = rows.map((row) => ({ row, keys: keysOf(row) }));
  return keyed.toSorted((a, b) => compare(a.keys, b.keys, reversed)).map(({ row }) => row);
}

/** How many numbers are behind and how many at risk, most first; nothing where none has a state. */
function needOf({ cells }: NumbersRow): readonly (number | null)[] {
  const states = cells.map((cell) => cell?.state ?? null).filter((state) => state !== null);
  if (states.length === 0) return [null];
  return [
    -states.filter((state) => state === 'behind').length,
    -states.filter((state) => state === 'at-risk').length,
  ];
}

function compare(a: readonly (number | null)[], b: readonly (number | null)[], reversed: boolean): number {
  for (const [at, one] of a.entries()) {
    const other = b[at] ?? null;
    if (one === null && other === null) continue;
    if (one === null || other === null) return one === null ? 1 : -1;
    if (one !== other) return reversed ? other - one : one - other;
  }
  return 0;
}
