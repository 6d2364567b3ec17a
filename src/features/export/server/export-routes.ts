import type { App } from '../../../server/http/context.ts';
import { serveStream } from '../../../server/http/serve.ts';
import { exportRoutes as routes } from '../contract.ts';
import { exportOneOnOne } from './export-one-on-one.ts';

export function registerExportRoutes(app: App): void {
  const { timeZone } = app.platform;
  serveStream(app, routes.oneOnOne, async (asker, { params, query }, reply) => {
    const { format = 'json', paper = 'a4' } = query;
    return exportOneOnOne(asker, params.oneOnOneId, { format, paper, timeZone }, reply);
  });
}
