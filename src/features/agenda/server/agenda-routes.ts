import type { App } from '../../../server/http/context.ts';
import { serve, serveRead } from '../../../server/http/serve.ts';
import { agendaRoutes as routes } from '../contract.ts';
import { addPoint } from './add-point.ts';
import { discussPoint, undiscussPoint } from './agenda-reach.ts';
import { changeAgenda } from './change-agenda.ts';
import { dropPoint, takePointUp } from './drop-point.ts';
import { findPointNote } from './find-point-note.ts';
import { listSettledPoints } from './list-settled-points.ts';
import { loadAgenda } from './load-agenda.ts';
import { markAgendaReady } from './mark-agenda-ready.ts';
import { movePoint } from './move-point.ts';
import { reachPoint } from './point-queries.ts';
import { presentAgenda } from './present-agenda.ts';
import { putOffPoint, takePointBack } from './put-off-point.ts';
import { removePoint } from './remove-point.ts';
import { rewordPoint } from './reword-point.ts';
import { sharePoint } from './share-point.ts';
import { writePointNote } from './write-point-note.ts';

export function registerAgendaRoutes(app: App): void {
  serveRead(app, routes.open, {
    load: async (db, { params }) => loadAgenda(db, params.seriesId, app.platform.clock()),
    present: presentAgenda,
  });
  serve(app, routes.change, async (context, { params, body }) =>
    changeAgenda(context, params.seriesId, body),
  );
  serve(app, routes.ready, async (context, { params }) => markAgendaReady(context, params.seriesId, true));
  serve(app, routes.notReady, async (context, { params }) =>
    markAgendaReady(context, params.seriesId, false),
  );
  serve(app, routes.add, async (context, { params, body }) => addPoint(context, params.seriesId, body));
  serve(app, routes.history, async (context, { params, query }) =>
    listSettledPoints(context, params.seriesId, query),
  );
  registerPointRoutes(app);
}

function registerPointRoutes(app: App): void {
  serve(app, routes.reword, async (context, { params, body }) => rewordPoint(context, params.pointId, body));
  serve(app, routes.remove, async (context, { params }) => removePoint(context, params.pointId));
  serve(app, routes.share, async (context, { params }) => sharePoint(context, params.pointId));
  serve(app, routes.move, async (context, { params, body }) =>
    movePoint(context, params.pointId, body.before),
  );
  serve(app, routes.putOff, async (context, { params, body }) =>
    putOffPoint(context, params.pointId, body.until),
  );
  serve(app, routes.takeBack, async (context, { params }) => takePointBack(context, params.pointId));
  serve(app, routes.discuss, async (context, { params, body }) =>
    discussPoint(context, params.pointId, body),
  );
  serve(app, routes.undiscuss, async (context, { params }) => undiscussPoint(context, params.pointId));
  serve(app, routes.drop, async (context, { params }) => dropPoint(context, params.pointId));
  serve(app, routes.takeUp, async (context, { params }) => takePointUp(context, params.pointId));
  serve(app, routes.readNote, async ({ db }, { params }) => {
    await reachPoint(db, params.pointId);
    return findPointNote(db, params.pointId);
  });
  serve(app, routes.writeNote, async (context, { params, body }) =>
    writePointNote(context, params.pointId, body),
  );
}
