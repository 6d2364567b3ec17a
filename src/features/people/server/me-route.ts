import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { App } from '../../../server/http/context.ts';
import { serveRead } from '../../../server/http/serve.ts';
import { peopleRoutes as routes } from '../contract.ts';

/** What waits for somebody is known downstream, so that application.ts hands the counts in: each a part of one statement. */
interface Counts {
  unread: RawBuilder<number>;
  unreadNotices: RawBuilder<number>;
}

interface MeRow {
  email: string | null;
  manages: boolean;
  sign_in_since: string | null;
  time_zone: string | null;
  language: string | null;
  unread: number;
  unread_notices: number;
}

/** Asked by every page, so one statement, which counts without reading what it counts. */
export function registerMeRoute(app: App, { unread, unreadNotices }: Counts): void {
  const query = sql<MeRow>`
    select (select a.email from person_address a where a.person_id = (select app.viewer_id())) as email,
           app.viewer_manages_a_team() as manages, app.sign_in_since((select app.viewer_id())) as sign_in_since,
           p.time_zone, p.language, ${unread} as unread, ${unreadNotices} as unread_notices
      from person p where p.id = (select app.viewer_id())`;
  serveRead(app, routes.me, {
    load: async (db) => db.first(query),
    present: (row, viewer) => ({
      person: { id: viewer.id, name: viewer.name, email: row?.email ?? null },
      isAdmin: viewer.isAdmin,
      managesPeople: row?.manages ?? false,
      signInSince: row?.sign_in_since ?? null,
      timeZone: row?.time_zone ?? null,
      language: row?.language ?? null,
      unread: row?.unread ?? 0,
      unreadNotices: row?.unread_notices ?? 0,
    }),
  });
}
