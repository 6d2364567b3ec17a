import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../../../web/shell/call.ts';
import { Button } from '../../../web/ui/button.tsx';
import { formatDay } from '../../../web/ui/dates.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Link } from '../../../web/ui/link.tsx';
import { Section } from '../../../web/ui/page.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { actionItemRoutes as routes, type ListedActionItem } from '../contract.ts';
import { ActionItemRow } from './action-item-row.tsx';
import { groupsOf } from './due-groups.ts';
import styles from './my-action-items.module.css';

export type View = 'mine' | 'managed';
type Show = 'open' | 'settled';

function useActionItemPages(view: View, show: Show) {
  const query = useInfiniteQuery({
    queryKey: [routes.list.path, 'pages', view, show],
    queryFn: async ({ pageParam, signal }) =>
      call(routes.list, {
        query: {
          view,
          show,
          limit: show === 'open' ? 100 : 15,
          ...(pageParam !== null && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchOnMount: 'always',
  });
  return { ...query, rows: query.data?.pages.flatMap(({ items }) => items) };
}

interface MyActionItemsProps {
  view: View;
  me: { id: string; name: string };
  /** What stands here where nothing is open. */
  nothing: ReactNode;
}

/** By due date, overdue first; what is settled comes last. */
export function MyActionItems({ view, me, nothing }: MyActionItemsProps) {
  const open = useActionItemPages(view, 'open');
  const settled = useActionItemPages(view, 'settled');
  return (
    <>
      {open.error !== null && open.rows === undefined && (
        <InlineError error={open.error} onRetry={() => void open.refetch()} />
      )}
      {open.rows === undefined && open.error === null && <Skeleton shape="rows" lines={5} />}
      {open.rows?.length === 0 && nothing}
      {groupsOf(open.rows ?? []).map(({ title, items }) => (
        <Section key={title} title={title}>
          <Rows items={items} me={me} hidesOwner={view === 'mine'} />
        </Section>
      ))}
      {open.hasNextPage && (
        <Button isPending={open.isFetchingNextPage} onPress={() => void open.fetchNextPage()}>
          Load more
        </Button>
      )}
      {settled.rows !== undefined && settled.rows.length > 0 && (
        <Section title="Done or dropped">
          <Rows items={settled.rows} me={me} hidesOwner={view === 'mine'} />
          {settled.hasNextPage && (
            <Button
              size="s"
              look="plain"
              isPending={settled.isFetchingNextPage}
              onPress={() => void settled.fetchNextPage()}
            >
              Earlier
            </Button>
          )}
        </Section>
      )}
    </>
  );
}

interface RowsProps {
  items: readonly ListedActionItem[];
  me: MyActionItemsProps['me'];
  hidesOwner: boolean;
}

function Rows({ items, me, hidesOwner }: RowsProps) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id}>
          <ActionItemRow item={item} me={me} hidesOwner={hidesOwner} origin={<Origin item={item} />} />
        </li>
      ))}
    </ul>
  );
}

function Origin({ item: { oneOnOne } }: { item: ListedActionItem }) {
  return (
    <span>
      With {oneOnOne.other.name},{' '}
      <Link to="/one-on-ones/$oneOnOneId" params={{ oneOnOneId: oneOnOne.id }}>
        {formatDay(oneOnOne.heldOn)}
      </Link>
    </span>
  );
}
