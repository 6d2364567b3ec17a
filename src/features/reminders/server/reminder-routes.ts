import type { App } from '../../../server/http/context.ts';
import { serve, serveRead } from '../../../server/http/serve.ts';
import { reminderRoutes as routes } from '../contract.ts';
import { changeReminders } from './change-reminders.ts';
import { loadReminders, presentReminders } from './open-reminders.ts';

export function registerReminderRoutes(app: App): void {
  serveRead(app, routes.open, { load: async (db) => loadReminders(db), present: presentReminders });
  serve(app, routes.change, async (context, { body }) => changeReminders(context, body));
}
