import type { App } from '../../../server/http/context.ts';
import { serve, serveRead } from '../../../server/http/serve.ts';
import { seriesRoutes as routes } from '../contract.ts';
import { addMeeting } from './add-meeting.ts';
import { callOffMeeting, planMeetingAgain } from './call-off-meeting.ts';
import { changeSeries } from './change-series.ts';
import { createSeries } from './create-series.ts';
import { endSeries } from './end-series.ts';
import { loadMeetings, presentMeetings } from './list-meetings.ts';
import { loadSeriesList, presentSeriesList } from './list-series.ts';
import { moveMeeting } from './move-meeting.ts';
import { presentSeries } from './present-series.ts';

export function registerSeriesRoutes(app: App): void {
  serveRead(app, routes.list, {
    load: async (db, { query }) => loadSeriesList(db, query, app.platform.clock()),
    present: presentSeriesList,
  });
  serve(app, routes.create, async (context, { body }) => createSeries(context, body));
  serveRead(app, routes.open, {
    load: async (db, { params }) => loadMeetings(db, params.seriesId),
    present: ({ row, known }, viewer, now) => presentSeries(row, known, viewer.id, now),
  });
  serve(app, routes.change, async (context, { params, body }) =>
    changeSeries(context, params.seriesId, body),
  );
  serve(app, routes.end, async (context, { params }) => endSeries(context, params.seriesId));
  serveRead(app, routes.meetings, {
    load: async (db, { params }) => loadMeetings(db, params.seriesId),
    present: presentMeetings,
  });
  serve(app, routes.addMeeting, async (context, { params, body }) =>
    addMeeting(context, params.seriesId, body),
  );
  serve(app, routes.moveMeeting, async (context, { params, body }) =>
    moveMeeting(context, params.seriesId, params.slot, body),
  );
  serve(app, routes.callOffMeeting, async (context, { params, body }) =>
    callOffMeeting(context, params.seriesId, params.slot, body),
  );
  serve(app, routes.planMeetingAgain, async (context, { params }) =>
    planMeetingAgain(context, params.seriesId, params.slot),
  );
}
