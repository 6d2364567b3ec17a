import { useInfiniteQuery } from '@tanstack/react-query';
import { Check, Mail } from 'lucide-react';
import type { ReactNode } from 'react';
import { call } from '../../../web/shell/call.ts';
import { useMe } from '../../../web/shell/session.ts';
import { BareButton } from '../../../web/ui/bare-button.tsx';
import { Button } from '../../../web/ui/button.tsx';
import { cx } from '../../../web/ui/cx.ts';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { PlainLink } from '../../../web/ui/link.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import { VisuallyHidden } from '../../../web/ui/visually-hidden.tsx';
import { When } from '../../../web/ui/when.tsx';
import { messageFor } from '../../mail/domain/messages.ts';
import { pageOf } from '../../mail/domain/pages.ts';
import { inboxRoutes as routes, type Notice } from '../contract.ts';
import { markNotice, pagesKey } from './inbox-queries.ts';
import styles from './inbox-list.module.css';

export function InboxList({ nothing }: { nothing: ReactNode }) {
  const query = useInfiniteQuery({
    queryKey: pagesKey,
    queryFn: async ({ pageParam, signal }) =>
      call(routes.list, {
        query: { limit: 40, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const notices = query.data?.pages.flatMap(({ items }) => items);
  if (notices === undefined) {
    if (query.error === null) return <Skeleton shape="rows" lines={6} />;
    return <InlineError error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (notices.length === 0) return nothing;
  return (
    <>
      <ul className={styles.list}>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          Earlier
        </Button>
      )}
    </>
  );
}

/** The same sentence as the mail's subject, and where it leads. */
function NoticeRow({ notice }: { notice: Notice }) {
  const { run, error } = useAction();
  const isRead = notice.readAt !== null;
  const me = useMe().person;
  const facts = {
    recipientName: '',
    actorName: notice.actor?.name ?? 'Somebody',
    personName: notice.person === null || notice.person.id === me.id ? null : notice.person.name,
    hits: notice.hits,
    link: null,
  };
  const { subject } = messageFor(notice.kind, facts);
  const page = pageOf(notice.kind, { ...notice, personId: notice.person?.id ?? null });
  const words = (
    <>
      <span className={styles.subject}>
        {!isRead && <VisuallyHidden>Unread: </VisuallyHidden>}
        {subject}
      </span>
      <small>
        <When at={notice.at} />
      </small>
    </>
  );
  const open = () => void run(async () => markNotice(notice, true));
  return (
    <li className={cx(styles.notice, !isRead && styles.unread)}>
      <span className={styles.dot} aria-hidden="true" />
      {page === null ? (
        <BareButton className={styles.words} onPress={open} isDisabled={isRead}>
          {words}
        </BareButton>
      ) : (
        <PlainLink to={page} className={styles.words ?? ''} onClick={open}>
          {words}
        </PlainLink>
      )}
      <IconButton
        size="s"
        label={isRead ? 'Mark as unread' : 'Mark as read'}
        onPress={() => void run(async () => markNotice(notice, !isRead))}
      >
        {isRead ? <Mail size={15} aria-hidden /> : <Check size={15} aria-hidden />}
      </IconButton>
      {error !== null && <InlineError error={error} />}
    </li>
  );
}
