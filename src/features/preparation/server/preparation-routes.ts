import type { App } from '../../../server/http/context.ts';
import { serve, serveRead } from '../../../server/http/serve.ts';
import { preparationRoutes as routes } from '../contract.ts';
import { findPreparation, presentPreparation } from './find-preparation.ts';
import { sendPreparation, takePreparationBack } from './send-preparation.ts';
import { writePreparation } from './write-preparation.ts';

export function registerPreparationRoutes(app: App): void {
  serveRead(app, routes.find, {
    load: async (db, { params }) => findPreparation(db, params.seriesId),
    present: presentPreparation,
  });
  serve(app, routes.write, async (context, { params, body }) =>
    writePreparation(context, params.seriesId, body),
  );
  serve(app, routes.send, async (context, { params, body }) =>
    sendPreparation(context, params.seriesId, body.version),
  );
  serve(app, routes.takeBack, async (context, { params }) => takePreparationBack(context, params.seriesId));
}
