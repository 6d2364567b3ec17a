import type { App } from '../../../server/http/context.ts';
import { serveStream } from '../../../server/http/serve.ts';
import { liveRoutes as routes } from '../contract.ts';
import { followOneOnOne } from './follow-one-on-one.ts';
import { followSeries } from './follow-series.ts';
import { openStreams } from './open-streams.ts';

export function registerLiveRoutes(app: App): void {
  const streams = openStreams(app.platform.live);
  app.http.addHook('preClose', async () => streams.endAll());
  serveStream(app, routes.mine, async (asker) => streams.open(asker, null));
  serveStream(app, routes.oneOnOne, async (asker, { params }) =>
    streams.open(asker, followOneOnOne(asker, params.oneOnOneId)),
  );
  serveStream(app, routes.series, async (asker, { params }) =>
    streams.open(asker, followSeries(asker, params.seriesId)),
  );
}
