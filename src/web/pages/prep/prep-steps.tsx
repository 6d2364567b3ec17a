import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { showsActionItems } from '../../../features/action-items/web/action-item-queries.ts';
import { Promises } from '../../../features/action-items/web/promises.tsx';
import type { ListedActionItem } from '../../../features/action-items/contract.ts';
import { AddPoint } from '../../../features/agenda/web/add-point.tsx';
import { useAgenda } from '../../../features/agenda/web/use-agenda.ts';
import { WaitingPoints } from '../../../features/agenda/web/waiting-points.tsx';
import { meetingRecordRoutes } from '../../../features/meeting-records/contract.ts';
import { lookBackQuery } from '../../../features/meeting-records/web/look-back-query.ts';
import { ScaleField, ScaleReading } from '../../../features/one-on-ones/web/scale-field.tsx';
import { firstName, PreparationBody } from '../../../features/preparation/web/preparation-body.tsx';
import type { Series } from '../../../features/series/contract.ts';
import { otherOfSeries } from '../../../features/series/web/series-words.ts';
import { signalsQuery } from '../../../features/signals/web/signals-query.ts';
import { useMe } from '../../shell/session.ts';
import { InlineError } from '../../ui/inline-error.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { OntoAgendaButton } from './onto-agenda-button.tsx';
import { LastAnswers, Unanswered } from './prep-last-time.tsx';
import { PrepPoints } from './prep-points.tsx';
import { PrepReady } from './prep-ready.tsx';
import { PrepStep } from './prep-step.tsx';
import styles from './prep.module.css';
import { SignalsForAgenda } from '../signals/signals-for-agenda.tsx';
import { StandingNow, useStandingNow } from '../signals/standing-now.tsx';
import { useLookedAt } from './use-looked-at.ts';
import { useOntoAgenda } from './use-onto-agenda.ts';

showsActionItems(meetingRecordRoutes.lookBack);

const scales = { Field: ScaleField, Reading: ScaleReading };

interface Step {
  id: string;
  title: string;
  content: ReactNode;
}

/** What was promised, what was left open, what both bring: one after the other, each ticked when it was looked at. */
export function PrepSteps({ series }: { series: Series }) {
  const { person } = useMe();
  const lookBack = useQuery(lookBackQuery(series.id));
  const { agenda, loadError, reload, error, acts } = useAgenda(series.id);
  const signals = useQuery({
    ...signalsQuery(series.employee.id, lookBack.data?.last?.heldOn ?? null),
    enabled: series.isOpen && lookBack.data !== undefined,
  });
  const standing = useStandingNow(series.employee.id, series.isOpen);
  const onto = useOntoAgenda(series.id, agenda);
  const looked = useLookedAt(person.id, series.id, series.next?.slot ?? 'none');
  const other = otherOfSeries(series, person.id);
  const name = firstName(other.name);
  const side = person.id === series.manager.id ? 'manager' : 'employee';

  const again = () => {
    void lookBack.refetch();
    reload();
  };
  const failed = lookBack.error ?? loadError;
  if (failed !== null && (lookBack.data === undefined || agenda === undefined)) {
    return <InlineError error={failed} onRetry={again} />;
  }
  // A step that came later would push the others down.
  const isWaiting = signals.isLoading || (series.isOpen && standing === null);
  if (lookBack.data === undefined || agenda === undefined || isWaiting)
    return <Skeleton shape="rows" lines={8} />;

  const mayAdd = agenda.abilities.arrange;
  const found = signals.data?.items ?? [];
  const offered = { personId: series.employee.id, signals: found, onto, mayAdd };
  const lastTime = { lookBack: lookBack.data, onto, mayAdd };
  const pointsOf = (personId: string) => agenda.points.filter(({ author }) => author.id === personId);
  const beside = (item: ListedActionItem) => (
    <div className={styles.beside}>
      <OntoAgendaButton text={item.text} kind="topic" onto={onto} mayAdd={mayAdd} />
    </div>
  );
  const all: (Step | false)[] = [
    {
      id: 'promises',
      title: 'What you promised each other',
      content: (
        <Promises
          open={lookBack.data.open}
          settled={lookBack.data.settled}
          me={person}
          nothing="Nothing is open between you."
          beside={beside}
          startsOpen
        />
      ),
    },
    lookBack.data.unanswered.length > 0 && {
      id: 'unanswered',
      title: 'Left unanswered last time',
      content: <Unanswered {...lastTime} />,
    },
    {
      id: 'theirs',
      title: `${name}’s points`,
      content: (
        <PrepPoints points={pointsOf(other.id)} nothing={`${name} has put nothing on the agenda yet.`} />
      ),
    },
    {
      id: 'mine',
      title: 'Your points',
      content: (
        <div className={styles.mine}>
          <PrepPoints points={pointsOf(person.id)} nothing="What do you want to talk about?" />
          <WaitingPoints seriesId={series.id} myId={person.id} />
          {mayAdd && <AddPoint series={series} me={person} />}
        </div>
      ),
    },
    {
      id: 'update',
      title: side === 'employee' ? 'Your update' : `${name}’s update`,
      content: <PreparationBody series={series} scales={scales} />,
    },
    (found.length > 0 || (standing ?? []).length > 0) && {
      id: 'numbers',
      title: 'What the numbers say',
      content: (
        <>
          <StandingNow figures={standing ?? []} {...offered} />
          <SignalsForAgenda {...offered} />
        </>
      ),
    },
    lookBack.data.lastAnswers.length > 0 && {
      id: 'last',
      title: 'What was said last time',
      content: <LastAnswers {...lastTime} />,
    },
  ];
  const steps = all.filter((step) => step !== false);
  const done = steps.filter(({ id }) => looked.has(id)).length;
  return (
    <>
      <p className={styles.progress}>
        {done === 0
          ? `${steps.length} things to look at. What you tick stays with you, on this device.`
          : `${done} of ${steps.length} looked at.`}
      </p>
      <ol className={styles.steps}>
        {steps.map(({ id, title, content }) => (
          <PrepStep
            key={id}
            title={title}
            isLooked={looked.has(id)}
            onLook={(isLooked) => looked.look(id, isLooked)}
          >
            {content}
          </PrepStep>
        ))}
      </ol>
      {(onto.error ?? error) !== null && <InlineError error={onto.error ?? error} />}
      {mayAdd && (
        <PrepReady
          agenda={agenda}
          seriesId={series.id}
          side={side}
          other={name}
          onReady={(isReady) => void acts.ready(isReady, side)}
        />
      )}
    </>
  );
}
