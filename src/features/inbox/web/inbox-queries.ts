import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '../../../shared/pages.ts';
import { call } from '../../../web/shell/call.ts';
import { queryClient, queryOf } from '../../../web/shell/queries.ts';
import { peopleRoutes } from '../../people/contract.ts';
import { inboxRoutes as routes, type Notice } from '../contract.ts';

const meKey = queryOf(peopleRoutes.me, {}).queryKey;
export const pagesKey = [routes.list.path, 'pages'];

type Pages = InfiniteData<Page<Notice>, string | null>;

/** Shows at once; opening a notice leads away, so the request outlives the page. */
export async function markNotice(notice: Notice, isRead: boolean): Promise<void> {
  if ((notice.readAt !== null) === isRead) return;
  show((one) => (one.id === notice.id ? { ...one, readAt: isRead ? new Date().toISOString() : null } : one));
  countBy(isRead ? -1 : 1);
  const params = { noticeId: notice.id };
  try {
    await (isRead ? call(routes.read, { params, keepalive: true }) : call(routes.unread, { params }));
  } catch (cause) {
    show((one) => (one.id === notice.id ? { ...one, readAt: notice.readAt } : one));
    countBy(isRead ? 1 : -1);
    throw cause;
  }
}

export async function markAllRead(): Promise<void> {
  await call(routes.readAll, { body: {} });
  const readAt = new Date().toISOString();
  show((one) => ({ ...one, readAt: one.readAt ?? readAt }));
  void queryClient.invalidateQueries({ queryKey: meKey });
}

/** What tells of a record is read where the record is opened, wherever one came from. */
export async function markRecordRead(oneOnOneId: string): Promise<void> {
  await call(routes.readAll, { body: { oneOnOneId } });
  void queryClient.invalidateQueries({ queryKey: meKey });
  void queryClient.invalidateQueries({ queryKey: [routes.list.path] });
}

function show(change: (notice: Notice) => Notice): void {
  queryClient.setQueryData<Pages>(
    pagesKey,
    (data) =>
      data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(change) })) },
  );
}

function countBy(by: number): void {
  queryClient.setQueryData(meKey, (me) => me && { ...me, unreadNotices: Math.max(0, me.unreadNotices + by) });
}
