import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../../web/shell/call.ts';
import { useShortcut } from '../../../web/shell/shortcuts.ts';
import { queryOf } from '../../../web/shell/queries.ts';
import { Button } from '../../../web/ui/button.tsx';
import { formatDay } from '../../../web/ui/dates.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Link, PlainLink } from '../../../web/ui/link.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { When } from '../../../web/ui/when.tsx';
import { oneOnOneRoutes as routes, type OneOnOneEvent } from '../contract.ts';
import { eventWords } from './event-words.ts';
import { isOfThePair, otherOf } from './pair.ts';
import { useRecord } from './record-context.ts';
import styles from './record-rail.module.css';
import { useRecordSlots } from './record-slots.ts';
import { StateBadge } from './state-badge.tsx';
import { firstName } from './state-words.ts';

export function previousQuery(oneOnOneId: string) {
  return queryOf(routes.previousAnswers, { params: { oneOnOneId } });
}

/** What to remember: the records before this one, and what has happened to it. */
export function RecordRail() {
  const { record, myId } = useRecord();
  const { Beside, BesideLast } = useRecordSlots();
  return (
    <>
      <Beside record={record} myId={myId} />
      {isOfThePair(record, myId) && <Before />}
      <History />
      <BesideLast record={record} myId={myId} />
    </>
  );
}

/** Enough to remember by; the list has them all. */
const shownBefore = 8;

function Before() {
  const { record, myId } = useRecord();
  const isMine = record.manager.id === myId && record.stillManaged;
  const { data, error, refetch } = useQuery(previousQuery(record.id));
  return (
    <section>
      <h2 className={styles.title}>
        Before
        {data !== undefined && data.before.length > shownBefore && (
          <small>
            <Link to="/one-on-ones" search={{ personId: otherOf(record, myId).id }}>
              All
            </Link>
          </small>
        )}
      </h2>
      {error !== null && <InlineError error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={3} />}
      {data?.before.length === 0 && (
        <p className={styles.nothing}>This is the first one-on-one of the two.</p>
      )}
      <ul className={styles.before}>
        {data?.before.slice(0, shownBefore).map((one) => (
          <li key={one.id}>
            <PlainLink
              to="/one-on-ones/$oneOnOneId"
              params={{ oneOnOneId: one.id }}
              className={styles.record ?? ''}
              title={one.title}
            >
              <span>
                <time dateTime={one.heldOn}>{formatDay(one.heldOn)}</time>
                {one.title !== record.title && <small>{one.title}</small>}
              </span>
              <StateBadge state={one.state} />
            </PlainLink>
          </li>
        ))}
      </ul>
      {isMine && <NextOne employee={record.employee} />}
    </section>
  );
}

/** From the record of this meeting to the next one. */
function NextOne({ employee }: { employee: { id: string; name: string } }) {
  const navigate = useNavigate();
  const search = { employeeId: employee.id };
  const words = `New one-on-one with ${firstName(employee.name)}`;
  useShortcut('n', words, () => void navigate({ to: '/new', search }));
  return (
    <p className={styles.next}>
      <Link to="/new" search={search}>
        {words}
      </Link>
    </p>
  );
}

function History() {
  const { record, myId } = useRecord();
  const params = { oneOnOneId: record.id };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [routes.events.path, params],
    queryFn: async ({ pageParam, signal }) =>
      call(routes.events, {
        params,
        query: { limit: 12, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const events = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section>
      <h2 className={styles.title}>History</h2>
      {error !== null && <InlineError error={error} onRetry={() => void refetch()} />}
      <ol className={styles.history}>
        {events.map((event) => (
          <HistoryRow key={event.id} event={event} words={eventWords(event, record, myId)} />
        ))}
      </ol>
      {hasNextPage && (
        <Button size="s" look="plain" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          Earlier
        </Button>
      )}
    </section>
  );
}

function HistoryRow({ event, words }: { event: OneOnOneEvent; words: string }) {
  return (
    <li>
      <p>
        {words} <When at={event.at} />
      </p>
      {event.message !== undefined && <blockquote>{event.message}</blockquote>}
    </li>
  );
}
