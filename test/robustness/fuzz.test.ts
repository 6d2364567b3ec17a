import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/shared/problems.ts';
import type { Route } from '../../src/shared/routes.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, oneOnOneIn, startOneOnOne, words } from '../support/pair.ts';
import { startSeries } from '../support/series.ts';
import { testApp } from '../support/test-app.ts';
import type { Answer, TestPerson } from '../support/test-app.ts';
import { fromSchema } from './from-schema.ts';
import { naughtyStrings, unstorableStrings } from './naughty-strings.ts';

const seed = Number(process.env['DUOLOGUE_SEED'] ?? Date.now() % 2 ** 31);
const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });

/** For each route anew: what is sent at random may sign people out, or take the team away. */
async function world(): Promise<{ callers: TestPerson[]; ids: string[] }> {
  const own = await addPair(test, 'Asking Manager', 'Asking Employee');
  const ids = [own.manager.id, own.employee.id, own.teamId, crypto.randomUUID(), 'not-an-id', ''];
  for (const state of ['draft', 'active', 'pending_approval', 'approved'] as const) {
    let actionItemId = '';
    const record = await oneOnOneIn(own, state, async (draft) => {
      const url = `/api/one-on-ones/${draft.id}/action-items`;
      actionItemId = expectStatus(201, await own.manager.post(url, { text: 'Agreed' })).id;
    });
    ids.push(actionItemId);
    ids.push(record.id, record.sections[0]?.id ?? '', record.sections[0]?.items[1]?.id ?? '');
  }
  const body = { title: 'Mine', sections: [] };
  ids.push(expectStatus(201, await own.manager.post('/api/templates', body)).id);
  const series = await startSeries(own);
  const point = { kind: 'idea', body: words('Raised').text, shared: true };
  const raised = await own.manager.post(`/api/series/${series.id}/talking-points`, point);
  ids.push(series.id, expectStatus(201, raised).id);
  return { callers: [own.manager, own.employee, admin], ids };
}

function expectInOrder(route: Route, answer: Answer): void {
  const where = `${route.method} ${route.path} (seed ${seed}): ${JSON.stringify(answer.body)}`;
  expect(answer.status, where).toBeLessThan(500);
  if (answer.status >= 400) {
    expect(answer.raw.headers['content-type'], where).toContain('application/problem+json');
    expect(problemSchema.safeParse(answer.body).success, where).toBe(true);
  } else if (route.result !== undefined) {
    expect(route.result.safeParse(answer.body).success, where).toBe(true);
  }
}

/** Signing out, or changing the password of those who ask, would end the test and not the bug. */
const left = new Set([
  'DELETE /api/session',
  'DELETE /api/sessions/{sessionId}',
  'PUT /api/password',
  'POST /api/session',
]);
const routes = test.app.contracts.filter((route) => !left.has(`${route.method} ${route.path}`));

describe('whatever is sent', () => {
  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s answers below 500, and by its schema',
    async (_, route) => {
      const { callers, ids } = await world();
      const body = route.body === undefined ? fc.constant(undefined) : fromSchema(route.body, ids);
      const query = route.query === undefined ? fc.constant({}) : fromSchema(route.query, ids);
      const input = fc.record({
        body,
        query,
        caller: fc.constantFrom(...callers),
        id: fc.array(fc.constantFrom(...ids), { minLength: 3, maxLength: 3 }),
      });
      await fc.assert(
        fc.asyncProperty(input, async ({ body: sent, query: asked, caller, id }) => {
          let at = 0;
          const path = route.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(id[at++] ?? ''));
          const search = new URLSearchParams(
            Object.entries(asked ?? {}).map(([key, value]) => [
              key,
              typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
            ]),
          ).toString();
          const answer = await test.call(route.method, search ? `${path}?${search}` : path, sent, {
            cookie: caller.cookie,
          });
          expectInOrder(route, answer);
        }),
        { numRuns: 40, seed },
      );
    },
  );
});

describe('every text field', () => {
  it('keeps a naughty string as it is, or refuses it with its path', async () => {
    const own = await addPair(test, 'Text Manager', 'Text Employee');
    for (const text of naughtyStrings) {
      const record = await startOneOnOne(own);
      const at = `/api/one-on-ones/${record.id}`;
      const item = record.sections[0]?.items[1];
      const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
      const answers = [
        await own.manager.patch(at, { title: text, version: record.version }),
        await own.manager.post(`${at}/sections`, { title: text, guidance: text }),
        await own.manager.put(`${at}/items/${item?.id}/answer`, { answer: { text: doc }, version: 0 }),
        await admin.post('/api/people', { name: text }),
        await own.manager.get(`/api/one-on-ones?q=${encodeURIComponent(text)}`),
      ];
      for (const answer of answers)
        expect([200, 201, 422], JSON.stringify([text, answer.body])).toContain(answer.status);
      const [title, , answered] = answers;
      if (title?.status === 200) expect(title.body.title).toBe(text.trim());
      if (answered?.status === 200 && answered.body.answer !== null)
        expect(answered.body.answer.text).toEqual(doc);
      if (title?.status === 422) expect(title.body.errors[0].path).toBe('title');
    }
  }, 60_000);

  it('of an agenda does so too', async () => {
    const own = await addPair(test, 'Agenda Manager', 'Agenda Employee');
    const at = `/api/series/${(await startSeries(own)).id}`;
    const first = { kind: 'idea', body: words('Raised').text, shared: true };
    const { id } = expectStatus(201, await own.employee.post(`${at}/talking-points`, first));
    for (const text of naughtyStrings) {
      const { version, points } = expectStatus(200, await own.manager.get(`${at}/agenda`));
      const doc = words(text).text;
      const changed = await own.manager.patch(`${at}/agenda`, { version, objective: text, topics: [text] });
      const reworded = await own.employee.patch(`/api/talking-points/${id}`, {
        version: points[0].version,
        body: doc,
      });
      for (const { status, body } of [changed, reworded]) {
        expect([200, 422], JSON.stringify([text, body])).toContain(status);
      }
      if (changed.status === 200) expect(changed.body.objective).toBe(text.trim());
      if (reworded.status === 200) expect(reworded.body.body).toEqual(doc);
    }
  }, 60_000);

  it('refuses what PostgreSQL cannot hold with 400, and changes nothing', async () => {
    const own = await addPair(test, 'Storing Manager', 'Storing Employee');
    const record = await startOneOnOne(own);
    const at = `/api/one-on-ones/${record.id}`;
    for (const text of unstorableStrings) {
      const patched = await own.manager.patch(at, { title: text, version: record.version });
      expect(patched.body, JSON.stringify(text)).toMatchObject({ status: 400, code: 'bad_text' });
      expect((await own.manager.post('/api/templates', { title: 'x', sections: [], [text]: 1 })).status).toBe(
        400,
      );
    }
    expect((await own.manager.get('/api/one-on-ones?q=a%00b')).status).toBe(400);
    expect(expectStatus(200, await own.manager.get(at))).toEqual(record);
  });
});

describe('a body', async () => {
  const own = await addPair(test, 'Sending Manager', 'Sending Employee');
  const send = (payload: string | Buffer, type = 'application/json') =>
    test.app.http.inject({
      method: 'POST',
      url: '/api/one-on-ones',
      headers: { cookie: own.manager.cookie, 'content-type': type },
      payload,
    });

  it('that is no JSON, no UTF-8, too deep, too large or of another type is refused as what it is', async () => {
    const cases: [string | Buffer, string, number, string][] = [
      ['{ no json', 'application/json', 400, 'not_json'],
      ['', 'application/json', 422, 'invalid'],
      [Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'application/json', 400, 'not_json'],
      ['['.repeat(100_000), 'application/json', 413, 'too_large'],
      ['['.repeat(10_000), 'application/json', 422, 'invalid'],
      [`"${'x'.repeat(100_000)}"`, 'application/json', 413, 'too_large'],
      ['a=b', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
      ['{}', 'text/plain', 415, 'unsupported_media_type'],
      ['null', 'application/json', 422, 'invalid'],
      ['[]', 'application/json', 422, 'invalid'],
    ];
    for (const [payload, type, status, code] of cases) {
      const answer = await send(payload, type);
      expect([answer.statusCode, answer.json().code], String(payload).slice(0, 30)).toEqual([status, code]);
    }
  });

  it('may hold an answer of 256 KiB, and not a byte more', async () => {
    const record = await startOneOnOne(own);
    const item = record.sections[0]?.items[1];
    const doc = (length: number) => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(length) }] }],
    });
    const room = 256 * 1024 - JSON.stringify(doc(0)).length;
    const put = (length: number, version: number) =>
      own.manager.put(`/api/one-on-ones/${record.id}/items/${item?.id}/answer`, {
        answer: { text: doc(length) },
        version,
      });
    expect((await put(room + 1, 0)).body).toMatchObject({ status: 422, errors: [{ path: 'answer.text' }] });
    expect((await put(room, 0)).status).toBe(200);
  });
});
