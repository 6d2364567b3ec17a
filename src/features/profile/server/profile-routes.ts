import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { App } from '../../../server/http/context.ts';
import { sandboxPolicy } from '../../../server/http/headers.ts';
import { serve, serveRead, serveStream } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { profileRoutes as routes } from '../contract.ts';
import { changeProfile } from './change-profile.ts';
import { openProfile } from './open-profile.ts';
import { removePicture, setPicture } from './set-picture.ts';

export function registerProfileRoutes(app: App): void {
  serve(app, routes.open, async (context) => openProfile(context));
  serve(app, routes.change, async (context, { body }) => changeProfile(context, body));
  serve(app, routes.setPicture, async (context, { body }) => setPicture(context, body.image));
  serve(app, routes.removePicture, async (context) => removePicture(context));
  serveRead(app, routes.pictures, {
    load: async (db) =>
      db.all(sql<{ personId: string; version: number }>`
        select person_id as "personId", version from app.pictures_near_me()`),
    present: (items) => ({ items }),
  });
  serveStream(app, routes.picture, async (asker, { params }, reply) => {
    const { result } = await asker.read(async (db) =>
      db.first(sql<{ type: string; image: Buffer }>`
        select type, image from person_picture where person_id = ${params.personId}`),
    );
    if (result === undefined) throw problem('not_found');
    void reply
      .header('content-type', result.type)
      .header('content-security-policy', sandboxPolicy)
      // Its address changes with each new picture.
      .header('cache-control', 'private, max-age=86400');
    return Readable.from([result.image]);
  });
}
