import type { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyRequest, RouteHandlerMethod } from 'fastify';
import { Problem, problem } from '../../shared/problems.ts';
import type { Route } from '../../shared/routes.ts';
import { asViewer } from '../database/transaction.ts';
import type { App } from './context.ts';
import { sessionToken } from './cookies.ts';
import { answer, contextOf, inputOf, register } from './serve.ts';
import type { Context, Input, Result } from './serve.ts';
import { letTakeItsTime } from './slow-bodies.ts';

export interface Upload {
  /** One transaction as whoever asks; each looks the session up anew. */
  act: <T>(useCase: (context: Context) => Promise<T>) => Promise<T>;
  /** Begins to read the body: for whom everything else has been checked. */
  open: () => Promise<IncomingFile>;
}

export interface IncomingFile {
  /** As it was sent: data, and nothing else. */
  name: string;
  /** Fails with `too_large` at the first byte too many, and where the connection breaks. */
  bytes: Readable;
}

/**
 * Serves a route that takes one file as multipart/form-data, the only bodies that are no JSON. They are taken in a
 * scope of their own, so that no other route reads such a body, and none is read before the use case asks for it.
 */
export function serveUpload<R extends Route>(
  app: App,
  route: R,
  largestFile: number,
  useCase: (upload: Upload, input: Input<R>) => Result<R>,
): void {
  const { platform } = app;
  void app.http.register(async (http) => {
    http.removeContentTypeParser('application/json');
    await http.register(multipart, {
      limits: {
        fileSize: largestFile + 1,
        files: 1,
        fields: 0,
        parts: 1,
        fieldNameSize: 100,
        headerPairs: 20,
      },
    });
    const take: RouteHandlerMethod = async (request, reply) => {
      const token = sessionToken(platform, request);
      const upload: Upload = {
        act: async (work) => {
          const { result } = await asViewer(platform.web, token, async (db, viewer) =>
            work(contextOf(platform, db, await viewer)),
          );
          return result;
        },
        open: async () => openFile(request, largestFile),
      };
      const result = await useCase(upload, inputOf<R>(request)).catch((error: unknown) => {
        throw asProblem(error);
      });
      return answer(route, reply, result);
    };
    register({ ...app, http }, route, take, true);
  });
}

/** Boundaries and the part's own headers come on top of the file. */
const roomForHeaders = 8 * 1024;

async function openFile(request: FastifyRequest, largestFile: number): Promise<IncomingFile> {
  if (!request.isMultipart())
    throw problem('unsupported_media_type', { detail: 'Send it as multipart/form-data.' });
  if (Number(request.headers['content-length']) > largestFile + roomForHeaders) throw problem('too_large');
  letTakeItsTime(request);
  const part = await request.file();
  if (part === undefined) throw problem('invalid', { errors: [{ path: 'file', message: 'Send a file.' }] });
  return { name: part.filename, bytes: part.file };
}

/** What was wrong with the form is the sender's to mend. */
function asProblem(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return problem('too_large');
  const isForm = typeof code === 'string' && code.startsWith('FST_');
  if (!isForm && !/multipart|malformed|terminated early|boundary/i.test(error.message)) return error;
  return problem('invalid', { errors: [{ path: 'file', message: 'Send one file, as a whole form.' }] });
}
