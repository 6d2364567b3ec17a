import type { App } from '../../../server/http/context.ts';
import { serve, serveRead } from '../../../server/http/serve.ts';
import { pageFrom } from '../../../shared/cursor.ts';
import { inboxRoutes as routes } from '../contract.ts';
import { listNotices } from './list-notices.ts';
import { readAllNotices, readNotice, unreadNotice } from './mark-notices.ts';
import { presentNotice } from './notice-queries.ts';

export function registerInboxRoutes(app: App): void {
  serveRead(app, routes.list, {
    load: async (db, { query }) => ({ rows: await listNotices(db, query), limit: query.limit }),
    present: ({ rows, limit }) => pageFrom(rows, limit, presentNotice, (row) => [row.id]),
  });
  serve(app, routes.read, async (context, { params }) => readNotice(context, params.noticeId));
  serve(app, routes.unread, async (context, { params }) => unreadNotice(context, params.noticeId));
  serve(app, routes.readAll, async (context, { body }) => readAllNotices(context, body.oneOnOneId));
}
