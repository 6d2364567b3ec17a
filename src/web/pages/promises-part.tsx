import { useQuery } from '@tanstack/react-query';
import { showsActionItems } from '../../features/action-items/web/action-item-queries.ts';
import { Promises } from '../../features/action-items/web/promises.tsx';
import { meetingRecordRoutes } from '../../features/meeting-records/contract.ts';
import { lookBackQuery } from '../../features/meeting-records/web/look-back-query.ts';
import type { Series } from '../../features/series/contract.ts';
import { useMe } from '../shell/session.ts';
import { InlineError } from '../ui/inline-error.tsx';
import { Section } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

showsActionItems(meetingRecordRoutes.lookBack);

/** The open action items of both, on the page of the pair. */
export default function PromisesPart({ series }: { series: Pick<Series, 'id' | 'isOpen'> }) {
  const { person } = useMe();
  const { data, error, refetch } = useQuery(lookBackQuery(series.id));
  const count = data?.open.filter(({ doneAt, dropped }) => doneAt === null && dropped === null).length ?? 0;
  return (
    <Section
      title="What you promised each other"
      id="promises"
      aside={count > 0 && <span>{count} open</span>}
    >
      {data === undefined && error !== null && <InlineError error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton shape="rows" lines={3} />}
      {data !== undefined && (
        <Promises
          open={data.open}
          settled={data.settled}
          me={person}
          nothing={
            series.isOpen
              ? 'Nothing is open between you. What you agree on in a meeting stands here until it is done.'
              : 'Nothing is open between you.'
          }
        />
      )}
    </Section>
  );
}
