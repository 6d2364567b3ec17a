import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../../shared/problems.ts';
import type { App } from './context.ts';
import { sessionToken } from './cookies.ts';
import { answerProblem } from './errors.ts';
import { preloadsFor, readManifest } from './preloads.ts';

/** Serves the built pages. Every address that is no file and no API is the same page, which finds its own way. */
export async function servePages(app: App, folder: string | null): Promise<void> {
  const { http, platform } = app;
  const page = folder === null ? null : await pageMaker(folder);
  if (folder !== null) {
    await http.register(fastifyStatic, {
      root: path.resolve(folder),
      index: false, // the page below adds its preloads; the plugin would answer without them
      wildcard: false,
      preCompressed: true,
      immutable: false,
      cacheControl: false,
      setHeaders: (reply, file) => {
        const isHashed = file.includes(`${path.sep}assets${path.sep}`);
        void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  http.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    const pathname = request.url.split('?')[0] ?? '/';
    if (pathname.startsWith('/api/') || pathname.startsWith('/assets/') || page === null || !isPage) {
      return refuse(app, request, reply);
    }
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(page(pathname, sessionToken(platform, request) !== ''));
  });
}

// An unknown API address answers as a hidden thing does; without a session nothing says what exists.
async function refuse(
  { platform }: App,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const needsSession = request.url.startsWith('/api/') && sessionToken(platform, request) === '';
  return answerProblem(request, reply, problem(needsSession ? 'signed_out' : 'not_found'));
}

async function pageMaker(folder: string): Promise<(pathname: string, isSignedIn: boolean) => string> {
  const html = await readFile(path.join(folder, 'index.html'), 'utf8');
  const manifest = await readManifest(folder);
  return (pathname, isSignedIn) =>
    html.replace('</head>', `${preloadsFor(manifest, pathname, isSignedIn)}</head>`);
}
