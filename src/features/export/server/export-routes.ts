import type { App } from '../../../server/http/context.ts';
import { serve, serveStream } from '../../../server/http/serve.ts';
import { exportRoutes as routes } from '../contract.ts';
import { archiveRows, reachArchive } from './archive-queries.ts';
import { exportOneOnOne } from './export-one-on-one.ts';
import { removeArchive } from './remove-archive.ts';
import { sendArchive } from './send-archive.ts';
import { startArchive } from './start-archive.ts';

export function registerExportRoutes(app: App): void {
  const { timeZone, archives, secretKey, log } = app.platform;
  serveStream(app, routes.oneOnOne, async (asker, { params, query }, reply) => {
    const { format = 'json', paper = 'a4' } = query;
    return exportOneOnOne(asker, params.oneOnOneId, { format, paper, timeZone }, reply);
  });
  serve(app, routes.start, async (context, { body }) => startArchive(context, secretKey, body));
  serve(app, routes.list, async ({ db }) => ({ items: await archiveRows(db) }));
  serve(app, routes.open, async ({ db }, { params }) => reachArchive(db, params.exportId));
  serve(
    app,
    routes.remove,
    async (context, { params }) => removeArchive(context, params.exportId),
    async ({ params }) =>
      // What stays behind the sweep will find.
      archives
        .delete(params.exportId)
        .catch((error: unknown) => log?.warn({ err: error }, 'an archive was not deleted')),
  );
  serveStream(app, routes.archive, async (asker, { params }, reply) =>
    sendArchive(asker, archives, params.exportId, reply),
  );
}
