import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { mayAdminister } from '../../people/domain/rights.ts';
import { mailRoutes as routes } from '../contract.ts';
import { chooseMails, listMailChoices } from './choose-mails.ts';

export function registerMailRoutes(app: App, mailLeaves: boolean): void {
  serve(app, routes.mailStatus, async ({ viewer }) => {
    if (!mayAdminister(viewer.isAdmin))
      throw problem('forbidden', { detail: 'Only an admin sees how mail is set up.' });
    return { leaves: mailLeaves };
  });
  serve(app, routes.choices, async (context) => listMailChoices(context));
  serve(app, routes.choose, async (context, { body }) => chooseMails(context, body));
}
