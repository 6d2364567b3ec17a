import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { peopleRoutes as routes } from '../contract.ts';

/** What waits for somebody is known downstream, so main.ts hands the count in. */
export function registerMeRoute(app: App, countUnread: (db: Db) => Promise<number>): void {
  serve(app, routes.me, async ({ db, viewer }) => {
    const row = await db.first(
      sql<{ email: string | null; manages: boolean; sign_in_since: string | null }>`
        select (select a.email from person_address a where a.person_id = ${viewer.id}) as email,
               app.viewer_manages_a_team() as manages, app.sign_in_since(${viewer.id}) as sign_in_since`,
    );
    return {
      person: { id: viewer.id, name: viewer.name, email: row?.email ?? null },
      isAdmin: viewer.isAdmin,
      managesPeople: row?.manages ?? false,
      signInSince: row?.sign_in_since ?? null,
      unread: await countUnread(db),
    };
  });
}
