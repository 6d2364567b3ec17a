import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import fastify from 'fastify';
import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { en } from 'zod/locales';
import * as z from 'zod/mini';
import { problem } from '../../shared/problems.ts';
import type { Route } from '../../shared/routes.ts';
import { asProgram, asViewer } from '../database/transaction.ts';
import { bearerOf } from './bearer.ts';
import type { App, Platform } from './context.ts';
import { sessionCookieName, sessionToken } from './cookies.ts';
import { answerProblem, toProblem } from './errors.ts';
import { setSecurityHeaders } from './headers.ts';
import { isUnstorable, takeJsonOnly } from './json-body.ts';
import { describeApi } from './openapi.ts';
import { refuseForeignOrigin } from './origin.ts';
import { limitBodies, longestRequestMs } from './slow-bodies.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    contract?: Route;
    /** Its body is one file as multipart/form-data. */
    takesFile?: boolean;
  }
}

type AppOptions = Pick<FastifyServerOptions, 'logger' | 'logController' | 'trustProxy'>;

/** The HTTP server without its routes: parsing, refusing, answering errors, headers. */
export async function createApp(platform: Platform, options: AppOptions = {}): Promise<App> {
  z.config(en());
  const http = fastify({
    ...options,
    // Fastify's own default is to wait for ever; bodies are cut off much sooner, see limitBodies.
    requestTimeout: longestRequestMs,
    http: { headersTimeout: 4000, connectionsCheckingInterval: 1000 },
    bodyLimit: 64 * 1024,
    // Counted ids would tell everybody how busy the others are.
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  takeJsonOnly(http);
  await http.register(cookie);
  limitBodies(http);
  await describeApi(http, sessionCookieName(platform));

  http.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply, platform.baseUrl.protocol === 'https:');
    // By the route that was found, never by how its address was spelt: /%61pi/ leads there as well.
    const contract = request.routeOptions.config.contract;
    refuseForeignOrigin(platform.baseUrl, request);
    if (contract === undefined && !request.url.startsWith('/api/')) return;
    void reply.header('cache-control', 'no-store');
    void reply.header('x-request-id', request.id);
    if (contract === undefined || contract.public) return;
    if (bearerOf(request, contract) === null && sessionToken(platform, request) === '') {
      throw problem('signed_out');
    }
    // A body that takes so long to look through is looked at for those alone who are somebody.
    if (contract.takesToken) await refuseUnknown(platform, request, contract);
  });
  http.addHook('preValidation', async (request) => {
    const values = Object.values(request.query ?? {}).flat();
    if (values.some((value) => typeof value === 'string' && isUnstorable(value))) throw problem('bad_text');
  });
  refuseUndeclaredRoutes(http);

  http.setErrorHandler(async (error, request, reply) => {
    const answer = toProblem(error);
    const contract = request.routeOptions.config.contract;
    // Whoever has no session learns nothing about what a route takes.
    const isAboutInput = [400, 413, 415, 422].includes(answer.status);
    if (isAboutInput && contract !== undefined && !contract.public) {
      try {
        await refuseUnknown(platform, request, contract);
      } catch (sessionError) {
        return answerProblem(request, reply, sessionError);
      }
    }
    return answerProblem(request, reply, answer.status < 500 ? answer : error);
  });
  return { http, platform, contracts: [] };
}

async function refuseUnknown(platform: Platform, request: FastifyRequest, contract: Route): Promise<void> {
  const bearer = bearerOf(request, contract);
  if (bearer === null) {
    await asViewer(platform.web, sessionToken(platform, request), async () => undefined);
  } else await asProgram(platform.web, bearer, platform.clock(), async () => undefined);
}

/** A route without a contract, or JSON that skipped its schema, could let a field slip out. */
function refuseUndeclaredRoutes(http: App['http']): void {
  http.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/')) return;
    if (route.schema?.response === undefined) throw new Error(`${route.url} declares no response.`);
  });
  http.addHook('onSend', async (request, reply, payload) => {
    const isJson = String(reply.getHeader('content-type') ?? '').startsWith('application/json');
    const isDeclared = request.routeOptions.config.contract !== undefined || reply.statusCode >= 400;
    if (
      isJson &&
      request.routeOptions.url?.startsWith('/api/') &&
      !isDeclared &&
      request.routeOptions.url !== '/api/openapi.json'
    ) {
      throw new Error('JSON without a contract.');
    }
    return payload;
  });
}
