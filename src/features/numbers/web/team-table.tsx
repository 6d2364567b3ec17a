import { ArrowDown, ArrowUp } from 'lucide-react';
import { cx } from '../../../web/ui/cx.ts';
import { PlainLink } from '../../../web/ui/link.tsx';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import type { TeamRow } from '../contract.ts';
import { largestChange, sortRows } from '../domain/team-order.ts';
import type { SortKey, TeamSort } from '../domain/team-order.ts';
import { ChangeMark, TeamCell } from './team-cell.tsx';
import type { Shown } from './team-cell.tsx';
import styles from './team-table.module.css';

interface TeamTableProps {
  kpis: readonly Kpi[];
  rows: readonly TeamRow[];
  shown: Shown;
  sort: TeamSort;
  onSort: (sort: TeamSort) => void;
}

/** People by KPI. Where it is wider than the page it moves under the names; on a phone each person is a card. */
export function TeamTable({ kpis, rows, shown, sort, onSort }: TeamTableProps) {
  const { period } = shown;
  const search = period === 'month' ? {} : { period };
  const head = { sort, onSort };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label="Numbers of the team" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <SortableHead {...head} by="name" label="Person" />
            <SortableHead {...head} by="change" label="Changed most" />
            {kpis.map((kpi) => (
              <SortableHead key={kpi.id} {...head} by={{ kpiId: kpi.id }} label={kpi.name} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortRows(rows, kpis, sort).map((row) => (
            <tr key={row.person.id}>
              <th scope="row">
                <PlainLink to="/numbers/$personId" params={{ personId: row.person.id }} search={search}>
                  {row.person.name}
                </PlainLink>
                {row.cells.every((cell) => cell === null) && <small>No numbers yet</small>}
              </th>
              <td className={styles.most} data-none={largestChange(row) === null}>
                <span className={styles.label} aria-hidden="true">
                  Changed most
                </span>
                <MostChanged row={row} kpis={kpis} shown={shown} />
              </td>
              {kpis.map((kpi, at) => (
                <td key={kpi.id} data-none={(row.cells[at] ?? null) === null}>
                  <span className={styles.label} aria-hidden="true">
                    {kpi.name}
                  </span>
                  <TeamCell personId={row.person.id} kpi={kpi} cell={row.cells[at] ?? null} shown={shown} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MostChanged({ row, kpis, shown }: { row: TeamRow } & Pick<TeamTableProps, 'kpis' | 'shown'>) {
  const most = largestChange(row);
  const kpi = most === null ? undefined : kpis[most.at];
  if (most === null || kpi === undefined) return <span className={styles.nothing}>–</span>;
  return (
    <div className={styles.cell}>
      <span className={styles.what}>{kpi.name}</span>
      <ChangeMark kpi={kpi} change={most.change} shown={shown} />
    </div>
  );
}

interface SortableHeadProps {
  by: SortKey;
  label: string;
  sort: TeamSort;
  onSort: (sort: TeamSort) => void;
}

export function isSameKey(a: SortKey, b: SortKey): boolean {
  return typeof a === 'string' || typeof b === 'string' ? a === b : a.kpiId === b.kpiId;
}

function SortableHead({ by, label, sort, onSort }: SortableHeadProps) {
  const isChosen = isSameKey(by, sort.by);
  const Arrow = sort.reversed ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      className={cx(by === 'change' && styles.most)}
      aria-sort={isChosen ? (sort.reversed ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" onClick={() => onSort({ by, reversed: isChosen && !sort.reversed })}>
        <span>{label}</span>
        {isChosen && <Arrow size={13} aria-hidden />}
      </button>
    </th>
  );
}
