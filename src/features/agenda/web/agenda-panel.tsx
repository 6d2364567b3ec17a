import { useState } from 'react';
import { useMe } from '../../../web/shell/session.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Section } from '../../../web/ui/page.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import type { Series } from '../../series/contract.ts';
import type { Agenda, TalkingPoint } from '../contract.ts';
import { AddPoint } from './add-point.tsx';
import { AgendaHead } from './agenda-head.tsx';
import styles from './agenda-panel.module.css';
import { PointList } from './point-list.tsx';
import { ReadyLine } from './ready-line.tsx';
import { SettledPoints } from './settled-points.tsx';
import { Shelf } from './shelf.tsx';
import { useAgenda } from './use-agenda.ts';
import { Voice } from './voice.tsx';
import { WaitingPoints } from './waiting-points.tsx';
import { dueInWords } from './words.ts';

export type SeriesOfAgenda = Pick<Series, 'id' | 'manager' | 'employee' | 'isOpen'>;

/** Everything that the two want to talk about: what the meeting is for, their points, what waits, what was said. */
export default function AgendaPanel({ series }: { series: SeriesOfAgenda }) {
  const { person } = useMe();
  const { agenda, loadError, reload, error, acts } = useAgenda(series.id);
  const [ticked, setTicked] = useState<TickedPoint | null>(null);
  return (
    <Section title="Agenda" id="agenda" aside={agenda && <When agenda={agenda} />}>
      {agenda === undefined && loadError !== null && <InlineError error={loadError} onRetry={reload} />}
      {agenda === undefined && loadError === null && <Skeleton shape="rows" lines={5} />}
      {agenda !== undefined && (
        <div className={styles.agenda}>
          <AgendaHead seriesId={series.id} myId={person.id} agenda={agenda} />
          <PointList
            points={withTicked(agenda.points, ticked)}
            ticked={ticked?.point.id ?? null}
            onTick={(point, at) => setTicked(point === null ? null : { point, at })}
            series={series}
            myId={person.id}
            acts={acts}
            mayAdd={agenda.abilities.arrange}
          />
          {error !== null && <InlineError error={error} />}
          <WaitingPoints seriesId={series.id} myId={person.id} />
          {agenda.abilities.arrange && <AddPoint series={series} me={person} />}
          {agenda.abilities.arrange && (
            <ReadyLine agenda={agenda} series={series} myId={person.id} onReady={acts.ready} />
          )}
          <div className={styles.folded}>
            <Shelf points={agenda.later} myId={person.id} acts={acts} />
            <SettledPoints seriesId={series.id} myId={person.id} acts={acts} />
          </div>
          <Voice agenda={agenda} series={series} myId={person.id} />
        </div>
      )}
    </Section>
  );
}

interface TickedPoint {
  point: TalkingPoint;
  at: number;
}

/** What was just ticked off stays where it was, until one has said how it ended. */
function withTicked(points: TalkingPoint[], ticked: TickedPoint | null): TalkingPoint[] {
  if (ticked === null) return points;
  return points.filter(({ id }) => id !== ticked.point.id).toSpliced(ticked.at, 0, ticked.point);
}

function When({ agenda: { dueOn, ready } }: { agenda: Agenda }) {
  if (ready.manager !== null && ready.employee !== null) return <span>Agreed by both</span>;
  return dueOn === null ? null : <span>{dueInWords(dueOn)}</span>;
}
