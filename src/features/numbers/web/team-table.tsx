import { ArrowDown, ArrowUp } from 'lucide-react';
import { cx } from '../../../web/ui/cx.ts';
import { PlainLink } from '../../../web/ui/link.tsx';
import type { Period } from '../../kpis/domain/periods.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import type { TeamRow } from '../contract.ts';
import { largestChange, sortRows } from '../domain/team-order.ts';
import type { SortKey, TeamSort } from '../domain/team-order.ts';
import { ChangeMark, TeamCell } from './team-cell.tsx';
import styles from './team-table.module.css';

interface TeamTableProps {
  kpis: readonly Kpi[];
  rows: readonly TeamRow[];
  period: Period;
  sort: TeamSort;
  onSort: (sort: TeamSort) => void;
}

/** People by KPI. Where it is wider than the page it moves under the names; on a phone each person is a card. */
export function TeamTable({ kpis, rows, period, sort, onSort }: TeamTableProps) {
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
              </th>
              <td className={styles.most} data-none={largestChange(row) === null}>
                <span className={styles.label} aria-hidden="true">
                  Changed most
                </span>
                <MostChanged row={row} />
              </td>
              {kpis.map((kpi, at) => (
                <td key={kpi.id} data-none={(row.cells[at] ?? null) === null}>
                  <span className={styles.label} aria-hidden="true">
                    {kpi.name}
                  </span>
                  <TeamCell personId={row.person.id} cell={row.cells[at] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MostChanged({ row }: { row: TeamRow }) {
  const most = largestChange(row);
  if (most === null) return <span className={styles.nothing}>–</span>;
  return (
    <div className={styles.cell}>
      <span className={styles.what}>{most.figures.kpi.name}</span>
      <ChangeMark {...most} />
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
