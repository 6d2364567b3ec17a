import type { FastifyServerOptions } from 'fastify';
import { registerKpiRoutes } from './features/kpis/server/kpi-routes.ts';
import { registerNumberRoutes } from './features/numbers/server/number-routes.ts';
import { registerLiveRoutes } from './features/live/server/live-routes.ts';
import { registerAccessTokenRoutes } from './features/access-tokens/server/access-token-routes.ts';
import { registerActionItemRoutes } from './features/action-items/server/action-item-routes.ts';
import { registerAgendaRoutes } from './features/agenda/server/agenda-routes.ts';
import { registerAddendumRoutes } from './features/addenda/server/addendum-routes.ts';
import { registerCalendarRoutes } from './features/calendar/server/calendar-routes.ts';
import { registerCommentRoutes } from './features/comments/server/comment-routes.ts';
import { registerExportRoutes } from './features/export/server/export-routes.ts';
import { registerFileRoutes } from './features/files/server/file-routes.ts';
import { registerInboxRoutes } from './features/inbox/server/inbox-routes.ts';
import { unreadNotices } from './features/inbox/server/notice-queries.ts';
import { registerMailRoutes } from './features/mail/server/mail-routes.ts';
import { needsMeCount } from './features/one-on-ones/server/list-one-on-ones.ts';
import { registerOneOnOneRoutes } from './features/one-on-ones/server/one-on-one-routes.ts';
import { registerMeRoute } from './features/people/server/me-route.ts';
import { registerPeopleRoutes } from './features/people/server/people-routes.ts';
import { registerTeamRoutes } from './features/people/server/team-routes.ts';
import { registerPrivateNoteRoutes } from './features/private-notes/server/private-note-routes.ts';
import { noteOpened } from './features/receipts/server/note-opened.ts';
import { registerReadingRoutes } from './features/readings/server/reading-routes.ts';
import { registerReceiptRoutes } from './features/receipts/server/receipt-routes.ts';
import { registerProfileRoutes } from './features/profile/server/profile-routes.ts';
import { registerReminderRoutes } from './features/reminders/server/reminder-routes.ts';
import { registerRecoveryRoutes } from './features/recovery/server/recovery-routes.ts';
import { registerMeetingRecordRoutes } from './features/meeting-records/server/meeting-record-routes.ts';
import { registerPreparationRoutes } from './features/preparation/server/preparation-routes.ts';
import { registerSeriesRoutes } from './features/series/server/series-routes.ts';
import { registerSignInRoutes } from './features/sign-in/server/sign-in-routes.ts';
import { registerSignalRoutes } from './features/signals/server/signal-routes.ts';
import { registerTargetRoutes } from './features/targets/server/target-routes.ts';
import { registerTemplateRoutes } from './features/templates/server/template-routes.ts';
import { createApp } from './server/http/app.ts';
import type { App, Platform } from './server/http/context.ts';
import { serveHealth } from './server/http/health.ts';
import { servePages } from './server/http/pages.ts';

type HttpOptions = Pick<FastifyServerOptions, 'logger' | 'logController' | 'trustProxy'>;

interface ApplicationOptions extends HttpOptions {
  /** The built pages; null in tests of the API alone. */
  pagesFolder: string | null;
  /** False while no mail leaves: an admin is told. */
  mailLeaves: boolean;
}

/** Where the features meet: the HTTP server with every route. */
export async function createApplication(platform: Platform, options: ApplicationOptions): Promise<App> {
  const { pagesFolder, mailLeaves, ...http } = options;
  const app = await createApp(platform, http);
  registerSignInRoutes(app);
  registerPeopleRoutes(app);
  registerTeamRoutes(app);
  registerMeRoute(app, { unread: needsMeCount, unreadNotices });
  registerTemplateRoutes(app);
  registerOneOnOneRoutes(app, noteOpened());
  registerReceiptRoutes(app);
  registerCommentRoutes(app);
  registerAddendumRoutes(app);
  registerPrivateNoteRoutes(app);
  registerProfileRoutes(app);
  registerRecoveryRoutes(app);
  registerLiveRoutes(app);
  registerActionItemRoutes(app);
  registerFileRoutes(app);
  registerExportRoutes(app);
  registerInboxRoutes(app);
  registerSeriesRoutes(app);
  registerPreparationRoutes(app);
  registerMeetingRecordRoutes(app);
  registerAgendaRoutes(app);
  registerReminderRoutes(app);
  registerCalendarRoutes(app);
  registerKpiRoutes(app);
  registerNumberRoutes(app);
  registerReadingRoutes(app);
  registerTargetRoutes(app);
  registerAccessTokenRoutes(app);
  registerSignalRoutes(app);
  registerMailRoutes(app, mailLeaves);
  serveHealth(app);
  await servePages(app, pagesFolder);
  await app.http.ready();
  return app;
}
