import { periodWords, valueWords } from '../../../web/shell/numbers/figure-words.ts';
import { formatDay } from '../../../web/ui/dates.ts';
import { PlainLink } from '../../../web/ui/link.tsx';
import { Table } from '../../../web/ui/table.tsx';
import type { Column } from '../../../web/ui/table.tsx';
import type { Figures } from '../../kpis/domain/figures.ts';
import { spanOf } from '../../kpis/domain/periods.ts';
import type { Mark } from './chart/meeting-marks.tsx';
import { reachedInWords } from './chart/place-words.ts';
import styles from './number-table.module.css';

interface Row {
  startsOn: string;
  value: number | null;
  target: number | null;
  isRunning: boolean;
  marks: Mark[];
}

const heldColumn: Column<Row> = {
  id: 'one-on-ones',
  label: 'One-on-ones',
  phoneLabel: true,
  cell: ({ marks }) => (marks.length === 0 ? null : <Held marks={marks} />),
};

/** What the chart shows, in figures; the newest first. */
export function NumberTable({ figures, marks }: { figures: Figures; marks: readonly Mark[] }) {
  const rows = figures.trend
    .map(({ startsOn, value, target }): Row => {
      const { endsOn } = spanOf(figures.period, startsOn);
      const held = marks.filter(({ heldOn }) => heldOn >= startsOn && heldOn <= endsOn);
      return { startsOn, value, target, isRunning: figures.asOf <= endsOn, marks: held };
    })
    .toReversed();
  const columns: Column<Row>[] = [
    {
      id: 'period',
      label: 'Period',
      cell: ({ startsOn, isRunning }) => `${periodWords(figures, startsOn)}${isRunning ? ', so far' : ''}`,
    },
    {
      id: 'value',
      label: 'Value',
      align: 'end',
      phoneLabel: true,
      cell: ({ value }) => valueWords(figures, value),
    },
    {
      id: 'target',
      label: 'Target',
      align: 'end',
      phoneLabel: true,
      cell: ({ target }) => (target === null ? null : valueWords(figures, target)),
    },
    { id: 'reached', label: 'Reached', cell: (row) => reachedInWords(figures, row) },
    ...(marks.length === 0 ? [] : [heldColumn]),
  ];
  return (
    <Table
      label={`${figures.kpi.name} in figures`}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.startsOn}
    />
  );
}

function Held({ marks }: { marks: readonly Mark[] }) {
  return (
    <span className={styles.held}>
      {marks.map(({ id, title, heldOn }) => (
        <PlainLink key={id} to="/one-on-ones/$oneOnOneId" params={{ oneOnOneId: id }} title={title}>
          {formatDay(heldOn)}
        </PlainLink>
      ))}
    </span>
  );
}
