import { useQuery } from '@tanstack/react-query';
import { Button } from '../../../web/ui/button.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import type { Meeting, Series } from '../contract.ts';
import { MeetingMenu } from './meeting-menu.tsx';
import styles from './meetings-ahead.module.css';
import { planAgain } from './plan-again.ts';
import { meetingsQuery } from './series-queries.ts';
import { statusInWords, whenInWords } from './series-words.ts';

/** The next ones, each to be moved or called off. */
export function MeetingsAhead({ series }: { series: Series }) {
  const { data, error, refetch } = useQuery(meetingsQuery(series.id));
  if (data === undefined) {
    if (error === null) return <Skeleton shape="rows" lines={4} />;
    return <InlineError error={error} onRetry={() => void refetch()} />;
  }
  if (data.ahead.length === 0) return <p className={styles.none}>No meeting is planned.</p>;
  return (
    <ul className={styles.list}>
      {data.ahead.map((meeting) => (
        <Row key={meeting.slot} series={series} meeting={meeting} />
      ))}
    </ul>
  );
}

function Row({ series, meeting }: { series: Series; meeting: Meeting }) {
  const isCalledOff = meeting.status !== 'planned';
  return (
    <li className={styles.row} data-off={isCalledOff || undefined}>
      <span className={styles.words}>
        <time dateTime={meeting.startsAt}>{whenInWords(meeting.startsAt)}</time>
        {(isCalledOff || meeting.movedFrom !== null || meeting.isExtra) && (
          <small>
            {meeting.isExtra && !isCalledOff ? 'Beside the rule' : statusInWords(meeting)}
            {meeting.reason !== '' && `: “${meeting.reason}”`}
          </small>
        )}
      </span>
      {series.abilities.arrange &&
        (isCalledOff ? (
          <PlanAgain params={{ seriesId: series.id, slot: meeting.slot }} />
        ) : (
          <MeetingMenu series={series} meeting={meeting} />
        ))}
    </li>
  );
}

function PlanAgain({ params }: { params: { seriesId: string; slot: string } }) {
  const { run, isPending, error } = useAction();
  return (
    <>
      <Button
        size="s"
        look="plain"
        isPending={isPending}
        onPress={() => void run(async () => planAgain(params))}
      >
        Plan it again
      </Button>
      {error !== null && <InlineError error={error} />}
    </>
  );
}
