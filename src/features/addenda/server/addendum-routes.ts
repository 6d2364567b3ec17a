import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { addendumRoutes as routes } from '../contract.ts';
import { addAddendum } from './add-addendum.ts';
import { listAddenda } from './list-addenda.ts';

export function registerAddendumRoutes(app: App): void {
  serve(app, routes.list, async (context, { params }) => listAddenda(context, params.oneOnOneId));
  serve(app, routes.add, async (context, { params, body }) => addAddendum(context, params.oneOnOneId, body));
}
