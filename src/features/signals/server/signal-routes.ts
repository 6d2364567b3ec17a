import type { App } from '../../../server/http/context.ts';
import { serveRead } from '../../../server/http/serve.ts';
import { signalRoutes as routes } from '../contract.ts';
import { loadNumbersToLookThrough, lookThroughNumbers } from './list-signals.ts';

export function registerSignalRoutes(app: App): void {
  serveRead(app, routes.listSignals, {
    load: async (db, { params, query: { since } }, today) =>
      loadNumbersToLookThrough(db, params.personId, { since, today }),
    present: async (numbers) => ({ items: await lookThroughNumbers(numbers) }),
  });
}
