import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { privateNoteRoutes as routes } from '../contract.ts';
import { findNote } from './find-note.ts';
import { writePrivateNote } from './write-private-note.ts';

export function registerPrivateNoteRoutes(app: App): void {
  serve(app, routes.read, async ({ db }, { params }) => {
    await reachOneOnOne(db, params.oneOnOneId);
    return findNote(db, params.oneOnOneId);
  });
  serve(app, routes.write, async (context, { params, body }) =>
    writePrivateNote(context, params.oneOnOneId, body),
  );
}
