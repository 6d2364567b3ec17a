import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type pg from 'pg';
import * as z from 'zod/mini';
import { problemSchema } from '../../shared/problems.ts';
import type { OutputOf, Route } from '../../shared/routes.ts';
import type { Db, Reader } from '../database/query.ts';
import { asViewer, readAsViewer } from '../database/transaction.ts';
import type { Viewer } from '../database/transaction.ts';
import type { Announce } from '../events/announce.ts';
import type { App, Platform } from './context.ts';
import { sessionToken } from './cookies.ts';
import { noteSessionSeen } from './session-seen.ts';
import { todayIn } from './today.ts';

/** What was sent, parsed by the route's contract. */
export interface Input<R extends Route> {
  params: OutputOf<R['params']>;
  query: OutputOf<R['query']>;
  body: OutputOf<R['body']>;
}

/** What every use case gets. */
export interface Context {
  db: Db;
  viewer: Viewer;
  now: Date;
  /** The organisation's date now. */
  today: string;
  /** Says that something happened that somebody is to be told of; heard in the same transaction. */
  announce: Announce;
}

export type Result<R extends Route> = Promise<R['result'] extends undefined ? void : OutputOf<R['result']>>;

export function contextOf(platform: Platform, db: Db, viewer: Viewer, now = platform.clock()): Context {
  return { db, viewer, now, today: todayIn(platform.timeZone, now), announce: platform.announce };
}

/** Serves a route as the signed-in person, in one transaction; what is outside the database comes after it. */
export function serve<R extends Route>(
  app: App,
  route: R,
  useCase: (context: Context, input: Input<R>) => Result<R>,
  afterCommit: (input: Input<R>) => Promise<void> = async () => {},
): void {
  register(app, route, async (request, reply) => {
    const { platform } = app;
    const { result, viewer } = await asViewer(
      platform.web,
      sessionToken(platform, request),
      async (db, viewer) => useCase(contextOf(platform, db, await viewer), inputOf<R>(request)),
    );
    noteSessionSeen(platform, viewer);
    await afterCommit(inputOf<R>(request));
    return answer(route, reply, result);
  });
}

/** What a read leaves to be written, or null: decided for every answer, so it has to be quick. */
export type AfterRead<Rows> = (rows: Rows, viewer: Viewer, today: string) => DueAfterRead | null;

interface DueAfterRead {
  write: (context: Context) => Promise<void>;
  /** Once it is committed. */
  written: () => void;
}

interface Read<R extends Route, Rows> {
  /** Each statement is a round trip that looks the session up first; there is no transaction around them. */
  load: (db: Reader, input: Input<R>, today: string) => Promise<Rows>;
  /** Holds no connection any more. */
  present: (rows: Rows, viewer: Viewer, now: Date) => OutputOf<R['result']> | Promise<OutputOf<R['result']>>;
  after?: AfterRead<Rows>;
}

/** Serves a read that has to be quick: one round trip to the database for everything. */
export function serveRead<R extends Route, Rows>(app: App, route: R, read: Read<R, Rows>): void {
  register(app, route, async (request, reply) => {
    const { platform } = app;
    const now = platform.clock();
    const today = todayIn(platform.timeZone, now);
    const { result, viewer } = await readAsViewer(platform.web, sessionToken(platform, request), async (db) =>
      read.load(db, inputOf<R>(request), today),
    );
    noteSessionSeen(platform, viewer);
    const due = read.after?.(result, viewer, today) ?? null;
    if (due !== null) runAfter(platform, sessionToken(platform, request), now, due);
    return answer(route, reply, await read.present(result, viewer, now));
  });
}

/** When the answer has left: never in its way, as the same person, and what fails here fails nobody. */
function runAfter(platform: Platform, token: string, now: Date, { write, written }: DueAfterRead): void {
  setImmediate(() => {
    asViewer(platform.web, token, async (db, viewer) =>
      write(contextOf(platform, db, await viewer, now)),
    ).then(written, (error: unknown) => platform.log?.warn({ err: error }, 'not written after a read'));
  });
}

/**
 * Who asks for what outlives a transaction: a stream, or work that takes a while and must hold no connection. Each look
 * at the database finds out anew who that is.
 */
export interface Asker {
  read: <T>(load: (db: Reader) => Promise<T>) => Promise<{ result: T; viewer: Viewer }>;
  /** One transaction, for what notes something before the stream begins. */
  act: <T>(useCase: (context: Context) => Promise<T>) => Promise<T>;
}

function askerOf(platform: Platform, pool: pg.Pool, token: string): Asker {
  return {
    read: async (load) => readAsViewer(pool, token, load),
    act: async (useCase) => {
      const { result } = await asViewer(pool, token, async (db, viewer) =>
        useCase(contextOf(platform, db, await viewer)),
      );
      return result;
    },
  };
}

/** Serves what streams: files, exports, live events. The contract names its media type; nothing is a JSON document. */
export function serveStream<R extends Route>(
  app: App,
  route: R,
  open: (asker: Asker, input: Input<R>, reply: FastifyReply) => Promise<Readable>,
): void {
  register(app, route, async (request, reply) => {
    const token = sessionToken(app.platform, request);
    const asker = askerOf(app.platform, app.platform.web, token);
    const stream = await open(asker, inputOf<R>(request), reply);
    if (!reply.hasHeader('content-type')) void reply.header('content-type', route.streams);
    return reply.code(route.status).send(stream);
  });
}

/** Serves a route of a signed-in person with the sign-in role: their sessions and their address. */
export function serveAccount<R extends Route>(
  app: App,
  route: R,
  useCase: (context: Context, input: Input<R>, reply: FastifyReply) => Result<R>,
): void {
  register(app, route, async (request, reply) => {
    const { platform } = app;
    const { result } = await asViewer(platform.signIn, sessionToken(platform, request), async (db, viewer) =>
      useCase(contextOf(platform, db, await viewer), inputOf<R>(request), reply),
    );
    return answer(route, reply, result);
  });
}

/** The same in several transactions: nobody's sign-in waits for a connection while a password is looked at. */
export function serveAccountInSteps<R extends Route>(
  app: App,
  route: R,
  useCase: (asker: Asker, input: Input<R>) => Result<R>,
): void {
  register(app, route, async (request, reply) => {
    const { platform } = app;
    const asker = askerOf(platform, platform.signIn, sessionToken(platform, request));
    return answer(route, reply, await useCase(asker, inputOf<R>(request)));
  });
}

/** Serves a route of the sign-in feature: no viewer, the reply at hand for cookies. */
export function serveSignIn<R extends Route>(
  app: App,
  route: R,
  handler: (platform: Platform, request: FastifyRequest, reply: FastifyReply, input: Input<R>) => Result<R>,
): void {
  register(app, route, async (request, reply) =>
    answer(route, reply, await handler(app.platform, request, reply, inputOf<R>(request))),
  );
}

// Fastify has validated each part by the route's own schemas before the handler runs.
export function inputOf<R extends Route>(request: FastifyRequest): Input<R> {
  return { params: request.params, query: request.query, body: request.body } as Input<R>;
}

export function answer(route: Route, reply: FastifyReply, result: unknown): unknown {
  void reply.code(route.status);
  return route.status === 204 ? null : result;
}

const nothing = z.null();
const streamed = z.string();
const noQuery = z.strictObject({});
/** A route that takes no body still says so where one comes with fields. */
const noBody = z.nullish(z.strictObject({}));

export function register(app: App, route: Route, handler: RouteHandlerMethod, takesFile = false): void {
  app.contracts.push(route);
  app.http.route({
    method: route.method,
    // A HEAD would begin streams and note readings, and show none of them.
    exposeHeadRoute: false,
    url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    bodyLimit: route.bodyLimit,
    config: { contract: route, takesFile },
    schema: {
      summary: route.summary,
      tags: [route.path.split('/')[2] ?? 'api'],
      ...(route.params && { params: route.params }),
      querystring: route.query ?? noQuery,
      ...(route.method !== 'GET' && { body: route.body ?? noBody }),
      response: {
        [route.status]: route.streams === null ? (route.result ?? nothing) : streamed,
        '4xx': problemSchema,
        '5xx': problemSchema,
      },
    },
    handler,
  });
}
