import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { meetingRecordRoutes as routes } from '../contract.ts';
import { endMeeting } from './end-meeting.ts';
import { findMeeting } from './find-meeting.ts';
import { lookBack } from './look-back.ts';
import { startMeeting } from './start-meeting.ts';
import { tickBrought } from './tick-brought.ts';

export function registerMeetingRecordRoutes(app: App): void {
  serve(app, routes.start, async (context, { params, body }) => startMeeting(context, params.seriesId, body));
  serve(app, routes.end, async (context, { params }) => endMeeting(context, params.seriesId, params.slot));
  serve(app, routes.lookBack, async (context, { params }) => lookBack(context, params.seriesId));
  serve(app, routes.tick, async (context, { params, query }) =>
    tickBrought(context, params, true, query.state),
  );
  serve(app, routes.untick, async (context, { params, query }) =>
    tickBrought(context, params, false, query.state),
  );
  serve(app, routes.meetingOf, async (context, { params }) => findMeeting(context, params.oneOnOneId));
}
