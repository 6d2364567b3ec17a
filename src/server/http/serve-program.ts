import type { Route } from '../../shared/routes.ts';
import type { Db } from '../database/query.ts';
import { asProgram, asViewer } from '../database/transaction.ts';
import type { Viewer } from '../database/transaction.ts';
import { bearerOf } from './bearer.ts';
import type { App } from './context.ts';
import { sessionToken } from './cookies.ts';
import { answer, inputOf, register } from './serve.ts';
import type { Input, Result } from './serve.ts';
import { todayIn } from './today.ts';

export interface ProgramContext {
  db: Db;
  /** Null: a program with an access token. */
  viewer: Viewer | null;
  now: Date;
  /** The organisation's date now. */
  today: string;
}

/** Serves a route to programs that hold an access token, and to signed-in people. */
export function serveProgram<R extends Route>(
  app: App,
  route: R,
  useCase: (context: ProgramContext, input: Input<R>) => Result<R>,
): void {
  const { platform } = app;
  register(app, route, async (request, reply) => {
    const now = platform.clock();
    const common = { now, today: todayIn(platform.timeZone, now) };
    const input = inputOf<R>(request);
    const bearer = bearerOf(request, route);
    if (bearer !== null) {
      const result = await asProgram(platform.web, bearer, now, async (db) =>
        useCase({ ...common, db, viewer: null }, input),
      );
      return answer(route, reply, result);
    }
    const { result } = await asViewer(platform.web, sessionToken(platform, request), async (db, viewer) =>
      useCase({ ...common, db, viewer: await viewer }, input),
    );
    return answer(route, reply, result);
  });
}
