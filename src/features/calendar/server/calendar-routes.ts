import type { App } from '../../../server/http/context.ts';
import { inputOf, register, serve, serveRead } from '../../../server/http/serve.ts';
import { calendarRoutes as routes } from '../contract.ts';
import { changeCalendarChoices, openCalendarChoices } from './calendar-choices.ts';
import { importSeries } from './import-series.ts';
import { createFeed, revokeFeed } from './own-feed.ts';
import { readFeed } from './read-feed.ts';

export function registerCalendarRoutes(app: App): void {
  serveRead(app, routes.open, { load: openCalendarChoices, present: (choices) => choices });
  serve(app, routes.change, async (context, { body }) => changeCalendarChoices(context, body));
  serve(app, routes.createFeed, async (context) => createFeed(context, app.platform.baseUrl));
  serve(app, routes.revokeFeed, async (context) => revokeFeed(context));
  serve(app, routes.importSeries, async (context, { body }) =>
    importSeries(context, body.ics, app.platform.timeZone),
  );
  serveFeed(app);
}

/** Without a session: the address is the key, and calendar programs know no other. */
function serveFeed(app: App): void {
  register(app, routes.feed, async (request, reply) => {
    const { params } = inputOf<typeof routes.feed>(request);
    const { text, etag } = await readFeed(app.platform, params.token, request.ip);
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    const known = (request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
    if (known.includes(etag) || known.includes(`W/${etag}`)) return reply.code(304).send();
    void reply.header('content-type', routes.feed.streams ?? '');
    return reply.header('content-disposition', 'inline; filename="one-on-ones.ics"').send(text);
  });
}
