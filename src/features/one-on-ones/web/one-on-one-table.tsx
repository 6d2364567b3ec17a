import { cx } from '../../../web/ui/cx.ts';
import { Face } from '../../../web/ui/face.tsx';
import { formatDate } from '../../../web/ui/dates.ts';
import { PlainLink } from '../../../web/ui/link.tsx';
import { Table, type Column } from '../../../web/ui/table.tsx';
import { When } from '../../../web/ui/when.tsx';
import type { ListedOneOnOne } from '../contract.ts';
import styles from './one-on-one-table.module.css';
import { isOfThePair, otherOf, withWhom } from './pair.ts';
import { StateBadge } from './state-badge.tsx';
import { turnWords } from './state-words.ts';

interface OneOnOneTableProps {
  label: string;
  rows: readonly ListedOneOnOne[];
  myId: string;
  /** One of several under each other, whose titles say what is to be done: no turn, and no visible header. */
  inGroup?: boolean;
  /** On the page of the two: not their names again, but the days, each leading to its record. */
  ofOnePair?: boolean;
}

export function OneOnOneTable({ label, rows, myId, inGroup = false, ofOnePair = false }: OneOnOneTableProps) {
  const columns = ofOnePair ? columnsOfPair(myId) : columnsFor(myId, inGroup);
  return (
    <div className={cx(styles.rows, inGroup && styles.grouped)}>
      <Table
        label={label}
        columns={columns.filter(({ id }) => !inGroup || id !== 'turn')}
        rows={rows}
        rowKey={({ id }) => id}
        linked
      />
    </div>
  );
}

function columnsOfPair(myId: string): Column<ListedOneOnOne>[] {
  const held: Column<ListedOneOnOne> = {
    id: 'held',
    label: 'Held on',
    cell: (row) => (
      <PlainLink
        to="/one-on-ones/$oneOnOneId"
        params={{ oneOnOneId: row.id }}
        aria-label={`${formatDate(row.heldOn)}: ${row.title}, with ${withWhom(row, myId)}`}
      >
        <time dateTime={row.heldOn} className={styles.when}>
          {formatDate(row.heldOn)}
        </time>
      </PlainLink>
    ),
  };
  return [held, ...columnsFor(myId, true).filter(({ id }) => id !== 'person' && id !== 'heldOn')];
}

function columnsFor(myId: string, inGroup: boolean): Column<ListedOneOnOne>[] {
  return [
    {
      id: 'person',
      label: 'Person',
      cell: (row) => {
        const who = withWhom(row, myId);
        return (
          <PlainLink
            to="/one-on-ones/$oneOnOneId"
            params={{ oneOnOneId: row.id }}
            className={styles.person ?? ''}
            aria-label={`${who}: ${row.title}, ${formatDate(row.heldOn)}`}
          >
            <Face name={otherOf(row, myId).name} as={isOfThePair(row, myId) ? 'theirs' : 'ink'} />
            {who}
          </PlainLink>
        );
      },
    },
    { id: 'title', label: 'Title', cell: ({ title }) => <span className={styles.title}>{title}</span> },
    {
      id: 'heldOn',
      label: 'Held on',
      cell: ({ heldOn }) => (
        <time dateTime={heldOn} className={styles.when}>
          {formatDate(heldOn)}
        </time>
      ),
    },
    { id: 'state', label: 'State', cell: ({ state }) => <StateBadge state={state} /> },
    {
      id: 'turn',
      label: 'Turn',
      cell: (row) => {
        const words = turnWords(row, myId);
        return words === null ? null : (
          <span className={row.yourTurn ? styles.mine : undefined}>{words}</span>
        );
      },
    },
    {
      id: 'changed',
      label: 'Changed',
      align: 'end',
      cell: ({ updatedAt }) => (
        <span className={styles.when}>
          <span className={cx(!inGroup && styles.phoneOnly)}>changed </span>
          <When at={updatedAt} />
        </span>
      ),
    },
  ];
}
