import Fastify from 'fastify';
import type { FastifyRequest } from 'fastify';
import { DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import { describeError } from './describe-error.ts';
import { logOptions } from './log-options.ts';

const planted = 'xyzzy-planted';

function databaseError(): DatabaseError {
  const error = new DatabaseError(`duplicate ${planted}\n    at ${planted} (file.ts:1:1)`, 10, 'error');
  return Object.assign(error, { code: '23505', detail: planted, where: planted, parameters: [planted] });
}

async function fail(request: FastifyRequest): Promise<never> {
  request.log.error(databaseError());
  request.log.error({ err: databaseError() });
  request.log.error({ err: databaseError() }, databaseError().message);
  throw databaseError();
}

async function linesOf(url: string): Promise<{ text: string; lines: Record<string, unknown>[] }> {
  const written: string[] = [];
  const app = Fastify(logOptions({ level: 'trace', stream: { write: (line) => void written.push(line) } }));
  app.route({ method: 'POST', url: '/api/things/:id', handler: fail });
  app.route({ method: 'POST', url: '/api/fine/:id', handler: async () => ({ planted }) });
  await app.inject({
    method: 'POST',
    url,
    headers: { 'x-planted': planted, cookie: `session=${planted}` },
    payload: { text: planted },
  });
  await app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    payload: `{${planted}`,
  });
  await app.close();
  // What was written is JSON by construction; its fields are what the tests look at.
  return {
    text: written.join(''),
    lines: written.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe('the log', () => {
  it('says of a request what, how long and how it ended, and nothing that somebody wrote', async () => {
    const { text, lines } = await linesOf(`/api/fine/${planted}?token=${planted}`);
    expect(text).not.toContain(planted);
    expect(lines[0]).toMatchObject({
      level: 'info',
      method: 'POST',
      route: '/api/fine/:id',
      status: 200,
      ms: expect.any(Number),
      requestId: expect.any(String),
    });
  });

  it('does not repeat an address that does not exist', async () => {
    const { text, lines } = await linesOf(`/${planted}?token=${planted}`);
    expect(text).not.toContain(planted);
    expect(lines[0]).toMatchObject({ route: null, status: 404 });
  });

  it('keeps the kind and the place of an error, and drops its words', async () => {
    const { text, lines } = await linesOf(`/api/things/${planted}`);
    expect(text).not.toContain(planted);
    expect(lines[0]).toMatchObject({ msg: 'error', err: { name: 'error', code: '23505' } });
    expect(text).toContain('log-options.test.ts');
  });

  it('treats causes and collected errors the same way', () => {
    const cause = new AggregateError([databaseError()], planted);
    const described = describeError(new TypeError(planted, { cause }));
    expect(JSON.stringify(described)).not.toContain(planted);
    expect(described.causes?.[0]?.causes?.[0]?.code).toBe('23505');
  });
});
