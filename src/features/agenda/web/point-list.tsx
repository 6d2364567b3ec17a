import type { ReactNode } from 'react';
// Not the one that comes later: it would draw the rows anew under somebody's fingers, and close an open menu.
import SortableList from '../../../web/ui/sortable-list-loaded.tsx';
import type { TalkingPoint } from '../contract.ts';
import type { SeriesOfAgenda } from './agenda-panel.tsx';
import styles from './point-list.module.css';
import { PointRow } from './point-row.tsx';
import type { AgendaActs } from './use-agenda.ts';
import { firstName, shortly } from './words.ts';

interface PointListProps {
  points: TalkingPoint[];
  /** The one that was just ticked off and is still asked about. */
  ticked: string | null;
  onTick: (point: TalkingPoint | null, at: number) => void;
  series: SeriesOfAgenda;
  myId: string;
  acts: AgendaActs;
  mayAdd: boolean;
}

export function PointList({ points, ticked, onTick, series, myId, acts, mayAdd }: PointListProps) {
  if (points.length === 0) return <NothingYet series={series} myId={myId} mayAdd={mayAdd} />;
  const row = (point: TalkingPoint, handle: ReactNode) => {
    const at = points.findIndex(({ id }) => id === point.id);
    return (
      <PointRow
        point={point}
        at={at}
        count={points.length}
        handle={handle}
        isTicked={ticked === point.id}
        onTick={(isTicked) => onTick(isTicked ? point : null, at)}
        myId={myId}
        acts={acts}
      />
    );
  };
  if (!mayAdd) {
    return (
      <ul className={styles.list}>
        {points.map((point) => (
          <li key={point.id}>{row(point, null)}</li>
        ))}
      </ul>
    );
  }
  return (
    <div className={styles.list}>
      <SortableList
        label="Talking points"
        listId="agenda"
        dragType="talking-point"
        items={points}
        nameOf={shortly}
        onMove={(id, _list, to) => void acts.move(id, to)}
      >
        {row}
      </SortableList>
    </div>
  );
}

function NothingYet({ series, myId, mayAdd }: { series: SeriesOfAgenda; myId: string; mayAdd: boolean }) {
  if (!mayAdd) return <p className={styles.empty}>Nothing was left open.</p>;
  const other = series.manager.id === myId ? series.employee : series.manager;
  return (
    <p className={styles.empty}>
      Nothing is on the agenda yet. {firstName(other.name)} sees what you add; what you mark “Only me” stays
      yours.
    </p>
  );
}
