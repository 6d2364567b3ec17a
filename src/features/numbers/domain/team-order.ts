import type { Figures } from '../../kpis/domain/figures.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import type { Change } from './change.ts';

/** A person with their numbers, in the order of the KPIs; null where there is neither reading nor target. */
export interface NumbersRow {
  person: { id: string; name: string };
  cells: readonly ({ figures: Figures; change: Change | null } | null)[];
}

/** By name, by how much something changed, or by how one KPI stands. */
export type SortKey = 'name' | 'change' | { kpiId: string };

export interface TeamSort {
  by: SortKey;
  /** The other way round: from Z, from what changed least, from the best. */
  reversed: boolean;
}

/** As the address says it: `name`, `change` or the id of a KPI, with a minus before it where it is reversed. */
export function readSort(text: string | undefined, kpis: readonly Pick<Kpi, 'id'>[]): TeamSort {
  const reversed = text?.startsWith('-') ?? false;
  const key = text?.replace(/^-/, '') ?? 'name';
  if (kpis.some(({ id }) => id === key)) return { by: { kpiId: key }, reversed };
  return { by: key === 'change' ? 'change' : 'name', reversed };
}

export function writeSort({ by, reversed }: TeamSort): string {
  return `${reversed ? '-' : ''}${typeof by === 'string' ? by : by.kpiId}`;
}

/**
 * How a number stands, to be compared with others of the same KPI: the part by which it is ahead of where it should
 * be by now. Null without a value or a target.
 */
export function standing({ value, expected, target, kpi }: Figures): number | null {
  if (value === null || target === null) return null;
  const due = expected ?? target.value;
  const ahead = kpi.direction === 'higher' ? value - due : due - value;
  return ahead / (Math.abs(due) || Math.abs(target.value) || 1);
}

/** What was nought before changed by all of it. */
export function sizeOf(change: Change): number {
  return Math.abs(change.by ?? 1);
}

export interface LargestChange {
  change: Change;
  figures: Figures;
}

export function largestChange({ cells }: Pick<NumbersRow, 'cells'>): LargestChange | null {
  return cells.reduce<LargestChange | null>((largest, cell) => {
    if (cell === null || cell.change === null) return largest;
    return largest === null || sizeOf(cell.change) > sizeOf(largest.change)
      ? { change: cell.change, figures: cell.figures }
      : largest;
  }, null);
}

/** What needs somebody first; who has nothing to compare comes last whichever way it goes. */
export function sortRows<Row extends NumbersRow>(
  rows: readonly Row[],
  kpis: readonly Pick<Kpi, 'id'>[],
  { by, reversed }: TeamSort,
): Row[] {
  // The rows come by name.
  if (by === 'name') return reversed ? rows.toReversed() : [...rows];
  const keysOf = (row: Row): readonly (number | null)[] => {
    if (by === 'change') {
      const largest = largestChange(row);
      return [largest === null ? null : -sizeOf(largest.change)];
    }
    const figures = row.cells[kpis.findIndex(({ id }) => id === by.kpiId)]?.figures;
    if (figures === undefined) return [null, null];
    const { value, kpi } = figures;
    return [standing(figures), value === null ? null : kpi.direction === 'higher' ? value : -value];
  };
  const keyed = rows.map((row) => ({ row, keys: keysOf(row) }));
  return keyed.toSorted((a, b) => compare(a.keys, b.keys, reversed)).map(({ row }) => row);
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
