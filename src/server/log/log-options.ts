import { LogController } from 'fastify';
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Config } from '../config/config.ts';
import { describeError } from './describe-error.ts';

/**
 * The one line a request leaves. The route's pattern stands for the address: ids say who meets whom, and a
 * token in a link is a key.
 */
class QuietLogController extends LogController {
  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply): void {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (error) request.log.error({ ...line, err: error }, 'request failed');
    else request.log.info(line, 'request');
  }

  override defaultErrorLog(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.statusCode >= 500) request.log.error({ err: error }, 'error');
  }

  override writeHeadError(error: Error, request: FastifyRequest): void {
    request.log.warn({ err: error }, 'headers could not be sent');
  }
}

// Fastify's types want the message of an error and the address of a request to be among the fields.
const serializers = {
  err: describeError,
  error: describeError,
  req: (request: FastifyRequest) => ({ method: request.method }),
  res: (reply: FastifyReply) => ({ statusCode: reply.statusCode }),
  // At the level of traces, @fastify/multipart logs the request's headers, cookie and all.
  busboyOptions: () => undefined,
} as unknown as Record<string, (value: unknown) => never>;

/** Options of Fastify for JSON lines without content: `Fastify({ ...logOptions({ level }) })`. */
export function logOptions(options: {
  level: Config['logLevel'];
  /** Where the lines go; stdout by default. */
  stream?: { write(line: string): void };
}): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  return {
    logController: new QuietLogController({ requestIdLogLabel: 'requestId' }),
    logger: {
      level: options.level,
      ...(options.stream ? { stream: options.stream } : {}),
      base: {},
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers,
      hooks: {
        logMethod(args, method) {
          // Pino takes an error's message for the line's own text where none is given; then some say it twice.
          const [first, text, ...rest] = args as unknown[];
          const error = errorOf(first);
          if (!error) return method.apply(this, args);
          const given = typeof text === 'string' && text !== '' && text !== error.message ? text : 'error';
          const line = first instanceof Error ? { err: first } : first;
          return method.apply(this, [line as object, given, ...rest] as Parameters<typeof method>);
        },
      },
    },
  };
}

function errorOf(value: unknown): Error | null {
  if (value instanceof Error) return value;
  if (typeof value === 'object' && value !== null && 'err' in value && value.err instanceof Error)
    return value.err;
  return null;
}
