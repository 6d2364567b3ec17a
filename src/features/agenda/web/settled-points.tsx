import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useWriting } from '../../../web/shell/writing.ts';
import { Button } from '../../../web/ui/button.tsx';
import { cx } from '../../../web/ui/cx.ts';
import { formatDay, localDay } from '../../../web/ui/dates.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { TextButton } from '../../../web/ui/text-button.tsx';
import type { TalkingPoint } from '../contract.ts';
import { settledQuery } from './agenda-queries.ts';
import styles from './folded.module.css';
import { Facts } from './point-row.tsx';
import type { AgendaActs } from './use-agenda.ts';
import { called } from './words.ts';

interface SettledPointsProps {
  seriesId: string;
  myId: string;
  acts: AgendaActs;
}
type Shown = 'discussed' | 'dropped';

/** What was ticked off or dropped, the last first; looked up when one wants to see it. */
export function SettledPoints(props: SettledPointsProps) {
  const [isOpen, setOpen] = useState(false);
  const [show, setShow] = useState<Shown>('discussed');
  const other = show === 'discussed' ? 'dropped' : 'discussed';
  return (
    <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <ChevronRight size={14} aria-hidden />
        {show === 'discussed' ? 'Discussed' : 'Dropped'}
      </summary>
      {isOpen && <Points {...props} show={show} />}
      <p className={styles.more}>
        <TextButton onPress={() => setShow(other)}>Show what was {other}</TextButton>
      </p>
    </details>
  );
}

function Points({ seriesId, show, myId, acts }: SettledPointsProps & { show: Shown }) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    settledQuery(seriesId, show),
  );
  if (data === undefined) {
    return error === null ? (
      <Skeleton shape="rows" lines={2} />
    ) : (
      <InlineError error={error} onRetry={() => void refetch()} />
    );
  }
  const points = data.pages.flatMap(({ items }) => items);
  if (points.length === 0) {
    return (
      <p className={styles.none}>
        {show === 'discussed'
          ? 'What you tick off stands here, with what you said of it.'
          : 'What is no longer needed stands here, and can be taken up again.'}
      </p>
    );
  }
  return (
    <>
      <ul>
        {points.map((point) => (
          <li key={point.id} className={styles.row}>
            <Settled point={point} myId={myId} />
            {show === 'discussed' && point.abilities.discuss && !point.recurring && (
              <Button size="s" look="plain" onPress={() => void acts.undiscuss(point)}>
                Open again
              </Button>
            )}
            {show === 'dropped' && point.abilities.drop && (
              <Button size="s" look="plain" onPress={() => void acts.takeUp(point)}>
                Take up again
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error !== null && <InlineError error={error} onRetry={() => void fetchNextPage()} />}
      {hasNextPage && (
        <Button size="s" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          Show earlier ones
        </Button>
      )}
    </>
  );
}

function Settled({ point, myId }: { point: TalkingPoint; myId: string }) {
  const { Reader } = useWriting();
  const { discussed, droppedAt } = point;
  return (
    <div className={styles.words}>
      <Reader doc={point.body} />
      {discussed !== null && discussed.outcome !== null && (
        <div className={cx(styles.outcome, discussed.isDecision && styles.decision)}>
          {discussed.isDecision && <strong>Decided</strong>}
          <Reader doc={discussed.outcome} />
        </div>
      )}
      <Facts point={point} myId={myId} />
      <p className={styles.when}>
        {discussed !== null &&
          `Discussed on ${formatDay(localDay(discussed.at))}, ticked off by ${called(discussed.by, myId)}`}
        {discussed === null && droppedAt !== null && `Dropped on ${formatDay(localDay(droppedAt))}`}
      </p>
    </div>
  );
}
