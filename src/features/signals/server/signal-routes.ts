import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { signalRoutes as routes } from '../contract.ts';
import { listSignals } from './list-signals.ts';

export function registerSignalRoutes(app: App): void {
  serve(app, routes.listSignals, async (context, { params, query }) => ({
    items: await listSignals(context, params.personId, query.since),
  }));
}
