import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import pg from 'pg';
import { Problem, problem } from '../../shared/problems.ts';
import type { FieldError } from '../../shared/problems.ts';

const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);
const byFastifyCode: Record<string, Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: problem('too_large'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem('unsupported_media_type'),
  FST_ERR_CTP_EMPTY_JSON_BODY: problem('not_json'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: problem('not_json'),
};

/** Every failure becomes one of the closed list; whatever is unknown is a bare `internal`. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof Error)) return problem('internal');
  if (hasZodFastifySchemaValidationErrors(error)) return fromValidation(error);
  const known = byFastifyCode[(error as FastifyError).code]; // `code` is looked up, whatever it is
  if (known !== undefined) return known;
  if (isUnavailable(error)) return problem('unavailable');
  if (error instanceof pg.DatabaseError) return fromDatabase(error);
  return problem('internal');
}

/** A large body has room for a hundred thousand wrong fields: nobody reads them, and each costs everybody time. */
const mostFieldErrors = 100;

function fromValidation(error: FastifyError): Problem {
  // An id that is malformed and one that never existed must look the same.
  if (error.validationContext === 'params') return problem('not_found');
  const errors: FieldError[] = [];
  for (const fault of error.validation ?? []) {
    errors.push(...fieldErrors(fault));
    if (errors.length >= mostFieldErrors) break;
  }
  return problem('invalid', { errors: errors.slice(0, mostFieldErrors) });
}

/** Zod reports unknown fields at their parent, in one sentence; whoever sent them looks for their own paths. */
function fieldErrors({ instancePath, keyword, params, message }: FastifySchemaValidationError): FieldError[] {
  const at = instancePath.split('/').filter(Boolean);
  if (keyword === 'unrecognized_keys' && Array.isArray(params['keys'])) {
    return params['keys'].slice(0, mostFieldErrors).map((key) => ({
      path: [...at, key].join('.'),
      message: 'This field is not known.',
    }));
  }
  return [{ path: at.join('.'), message: message ?? 'This value is not accepted.' }];
}

function fromDatabase(error: pg.DatabaseError): Problem {
  switch (error.code) {
    // The second lock refused what the first had let through: somebody changed a team or a state meanwhile.
    case '42501':
    case '23001':
      return problem('conflict', { detail: 'This changed while you were at it. Load it again.' });
    case '23505':
    case '23503':
    case '23P01':
      return problem('conflict');
    case '40001':
    case '40P01':
    case '57014':
      return problem('unavailable');
    default:
      return problem('internal');
  }
}

function isUnavailable(error: Error): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? ''; // errors of the network carry a code
  if (away.has(code) || /^(08|57P|53|25P)/.test(code)) return true;
  return /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i.test(
    error.message,
  );
}

/** The one place that speaks about errors. Bodies carry no request id, so that hidden and absent look alike. */
export function answerProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const answer = toProblem(error);
  if (answer.code === 'internal') request.log.error({ err: error }, 'request failed');
  if (answer.code === 'unavailable') {
    request.log.warn({ err: error }, 'request could not be served');
    void reply.header('retry-after', '2');
  }
  return reply
    .code(answer.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(answer.toDocument());
}
