import type { App } from '../../../server/http/context.ts';
import { serve, serveRead } from '../../../server/http/serve.ts';
import type { AfterRead } from '../../../server/http/serve.ts';
import { pageFrom } from '../../../shared/cursor.ts';
import { oneOnOneRoutes as routes } from '../contract.ts';
import { addParticipant } from './add-participant.ts';
import { addItem } from './add-item.ts';
import { addSection } from './add-section.ts';
import { answerItem } from './answer-item.ts';
import { approveOneOnOne } from './approve-one-on-one.ts';
import { changeItem } from './change-item.ts';
import { changeOneOnOne } from './change-one-on-one.ts';
import { changeSection } from './change-section.ts';
import { createOneOnOne } from './create-one-on-one.ts';
import { deleteOneOnOne } from './delete-one-on-one.ts';
import { listChanges } from './list-changes.ts';
import { listEvents } from './list-events.ts';
import { listOneOnOneRows } from './list-one-on-ones.ts';
import { listPreviousAnswers } from './list-previous-answers.ts';
import { loadFigures } from './figures-reach.ts';
import { loadOneOnOne } from './load-one-on-one.ts';
import type { OneOnOneDocument } from './load-one-on-one.ts';
import { reachOneOnOne } from './one-on-one-reach.ts';
import { presentListed, presentOneOnOne } from './present-one-on-one.ts';
import { removeItem } from './remove-item.ts';
import { removeParticipant } from './remove-participant.ts';
import { removeSection } from './remove-section.ts';
import { requestApproval } from './request-approval.ts';
import { requestRevision } from './request-revision.ts';
import { shareOneOnOne } from './share-one-on-one.ts';
import { takeBack } from './take-back.ts';

/** `opened` hears of everybody who opened one. */
export function registerOneOnOneRoutes(
  app: App,
  opened: AfterRead<Pick<OneOnOneDocument, 'id' | 'state'>>,
): void {
  serveRead(app, routes.open, {
    load: async (db, { params }) => loadOneOnOne(db, params.oneOnOneId),
    present: (document, viewer) => presentOneOnOne(document, viewer.id),
    after: opened,
  });
  serveRead(app, routes.list, {
    load: async (db, { query }) => ({ rows: await listOneOnOneRows(db, query), limit: query.limit }),
    present: ({ rows, limit }, viewer) =>
      pageFrom(
        rows,
        limit,
        (row) => presentListed(row, viewer.id),
        (row) => [row.updated_at, row.id],
      ),
  });
  registerReading(app);
  registerWriting(app);
  registerStates(app);
  serve(app, routes.addParticipant, async (context, { params }) =>
    addParticipant(context, params.oneOnOneId, params.personId),
  );
  serve(app, routes.removeParticipant, async (context, { params }) =>
    removeParticipant(context, params.oneOnOneId, params.personId),
  );
}

function registerReading(app: App): void {
  serve(app, routes.events, async (context, { params, query }) =>
    listEvents(context, params.oneOnOneId, query),
  );
  serve(app, routes.previousAnswers, async (context, { params }) =>
    listPreviousAnswers(context, params.oneOnOneId),
  );
  serve(app, routes.figures, async ({ db, today }, { params }) =>
    loadFigures(db, await reachOneOnOne(db, params.oneOnOneId), today),
  );
  serve(app, routes.changes, async (context, { params }) => listChanges(context, params.oneOnOneId));
}

function registerWriting(app: App): void {
  serve(app, routes.create, async (context, { body }) => createOneOnOne(context, body));
  serve(app, routes.change, async (context, { params, body }) =>
    changeOneOnOne(context, params.oneOnOneId, body),
  );
  serve(app, routes.addSection, async (context, { params, body }) =>
    addSection(context, params.oneOnOneId, body),
  );
  serve(app, routes.changeSection, async (context, { params, body }) =>
    changeSection(context, params.oneOnOneId, params.sectionId, body),
  );
  serve(app, routes.removeSection, async (context, { params, query }) =>
    removeSection(context, params.oneOnOneId, params.sectionId, query.state),
  );
  serve(app, routes.addItem, async (context, { params, body }) => addItem(context, params.oneOnOneId, body));
  serve(app, routes.changeItem, async (context, { params, body }) =>
    changeItem(context, params.oneOnOneId, params.itemId, body),
  );
  serve(app, routes.removeItem, async (context, { params, query }) =>
    removeItem(context, params.oneOnOneId, params.itemId, query.state),
  );
  serve(app, routes.answer, async (context, { params, body }) =>
    answerItem(context, params.oneOnOneId, params.itemId, body),
  );
}

function registerStates(app: App): void {
  serve(app, routes.share, async (context, { params }) => shareOneOnOne(context, params.oneOnOneId));
  serve(app, routes.requestApproval, async (context, { params }) =>
    requestApproval(context, params.oneOnOneId),
  );
  serve(app, routes.takeBack, async (context, { params }) => takeBack(context, params.oneOnOneId));
  serve(app, routes.approve, async (context, { params, body }) =>
    approveOneOnOne(context, params.oneOnOneId, body),
  );
  serve(app, routes.requestRevision, async (context, { params, body }) =>
    requestRevision(context, params.oneOnOneId, body.message),
  );
  serve(app, routes.delete, async (context, { params }) => deleteOneOnOne(context, params.oneOnOneId));
}
