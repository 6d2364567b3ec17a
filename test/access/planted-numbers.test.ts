import { describe, expect, it } from 'vitest';
import { createApplication } from '../../src/application.ts';
import { logOptions } from '../../src/server/log/log-options.ts';
import type { Method } from '../../src/shared/routes.ts';
import { expectStatus } from '../support/expect-status.ts';
import { mistakeEverybodyFor } from '../support/mistaken-viewer.ts';
import { openPolicies } from '../support/open-policies.ts';
import { addParticipant } from '../support/participants.ts';
import { registeredRoutes } from '../support/registered-routes.ts';
import { testApp } from '../support/test-app.ts';
import type { TestApp, TestPerson } from '../support/test-app.ts';
import { numbersWorld, on } from './numbers-world.ts';
import type { NumbersWorld, Viewer } from './numbers-world.ts';

/** Each number and name is one of its own, so that it is known wherever it turns up. */
const planted = {
  reading: '738190.5',
  target: '649281.7',
  teamTarget: '519273.3',
  agreedTarget: '827364.9',
  // As a signal says it.
  sentence: 'hit the target of 928,37',
  accountName: 'Zwickelmond',
  tokenName: 'Quastelbrot',
} as const;
type Field = keyof typeof planted;

const numbers: Field[] = ['reading', 'target', 'teamTarget', 'sentence'];

async function plant(test: TestApp) {
  const world = await numbersWorld(test);
  const { people, personId, kpiId, teamId } = world;
  const { manager, admin, participant } = people;
  const readings = [{ kpiId, personId, on, value: Number(planted.reading) }];
  expectStatus(200, await admin.post('/api/kpi-readings', { readings }));
  const aim = { kpiId, period: 'month', from: '2026-11-01' };
  const set = async (body: object) =>
    expectStatus(201, await manager.post('/api/targets', { ...aim, ...body }));
  await set({ personId, value: Number(planted.target) });
  await set({ teamId, value: Number(planted.teamTarget), period: 'quarter' });
  const today = new Intl.DateTimeFormat('sv', { timeZone: test.platform.timeZone }).format(new Date());
  await set({ kpiId: world.otherKpiId, personId, value: 928_371, period: 'week', from: '2026-01-01' });
  const hit = [{ kpiId: world.otherKpiId, personId, on: today, value: 938_000 }];
  expectStatus(200, await admin.post('/api/kpi-readings', { readings: hit }));
  const account = expectStatus(201, await admin.post('/api/service-accounts', { name: planted.accountName }));
  const named = { name: planted.tokenName, serviceAccountId: account.id };
  const { token } = expectStatus(201, await admin.post('/api/access-tokens', named));
  const measure = { kpiId, period: 'month', which: 'current', compareWith: 'none' };
  const sections = [{ title: 'One', items: [{ kind: 'target', prompt: 'Calls', measure }] }];
  const template = expectStatus(201, await manager.post('/api/templates', { title: 'Numbers', sections }));
  const record = { employeeId: personId, templateId: template.id, heldOn: on };
  const draft = expectStatus(201, await manager.post('/api/one-on-ones', record));
  const [item] = draft.sections[0].items;
  const at = `/api/one-on-ones/${draft.id}`;
  const answer = { target: { value: Number(planted.agreedTarget), from: '2026-12-01' } };
  expectStatus(200, await manager.put(`${at}/items/${item.id}/answer`, { answer, version: 0 }));
  await addParticipant(manager, draft.id, participant);
  expectStatus(200, await manager.post(`${at}/sharing`));
  return { world, token, oneOnOneId: draft.id as string };
}

type Planted = Awaited<ReturnType<typeof plant>>;

/** Everything that came back from every route, asked with the ids of these numbers. */
async function everythingSeenBy(
  test: TestApp,
  person: TestPerson,
  { world, oneOnOneId }: Planted,
): Promise<Field[]> {
  const ids: Record<string, string> = { ...pathIds(world), oneOnOneId };
  const seen: string[] = [];
  for (const route of registeredRoutes(test.app)) {
    const [method = '', path = ''] = route.split(' ');
    const isNumbers = /kpi|target|numbers|access-tokens|service-accounts/.test(path);
    // Nothing is removed on the way: what is read afterwards is still there.
    if (method === 'DELETE' || path.includes('/live') || (method !== 'GET' && !isNumbers)) continue;
    const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'x');
    const queries =
      path === '/api/targets' ? [`?personId=${ids['personId']}`, `?teamId=${ids['teamId']}`] : [''];
    for (const query of queries) {
      const sent = method === 'GET' ? undefined : { version: 0 };
      const { raw } = await test.call(method as Method, url + query, sent, { cookie: person.cookie });
      seen.push(JSON.stringify(raw.headers) + raw.payload);
    }
  }
  return found(seen.join('\n'));
}

function pathIds({ personId, kpiId, teamId, targetId }: NumbersWorld) {
  return { personId, kpiId, teamId, targetId };
}

function found(text: string): Field[] {
  return (Object.keys(planted) as Field[]).filter((field) => text.includes(planted[field])).toSorted();
}

describe('no number of somebody', async () => {
  const test = await testApp();
  const here = await plant(test);
  const { people } = here.world;

  it.each([
    ['former manager', []],
    ['manager of the manager', []],
    ['other manager', []],
    ['stranger', []],
    // They are aimed at as well.
    ['colleague', ['teamTarget']],
    // What stands in the one-on-one, and nothing beside it.
    ['participant', ['agreedTarget', 'reading', 'target']],
    // Numbers, and nothing of the one-on-one before it is approved.
    ['admin', [...numbers, 'accountName', 'tokenName']],
    ['manager of another team of theirs', numbers],
    ['person', [...numbers, 'agreedTarget']],
    ['manager', [...numbers, 'agreedTarget']],
  ] satisfies [Viewer, Field[]][])('reaches the %s but %j, by any route', async (viewer, fields) => {
    expect(new Set(await everythingSeenBy(test, people[viewer], here))).toEqual(new Set(fields));
  });

  it('stands in the log, nor a token', async () => {
    const lines: string[] = [];
    const stream = { write: (line: string) => void lines.push(line) };
    const logged = await createApplication(test.platform, {
      ...logOptions({ level: 'trace', stream }),
      pagesFolder: null,
      mailLeaves: false,
    });
    const { personId, kpiId } = here.world;
    const reading = { kpiId, personId, on, value: Number(planted.reading) };
    for (const value of [reading.value, 'no number']) {
      await logged.http.inject({
        method: 'POST',
        url: '/api/kpi-readings',
        headers: { authorization: `Bearer ${here.token}` },
        payload: { readings: [{ ...reading, value }] },
      });
    }
    await logged.http.close();
    expect(lines.length).toBeGreaterThan(1);
    expect(found(lines.join('\n'))).toEqual([]);
    expect(lines.join('\n')).not.toContain(here.token.slice(4, 20));
  });
});

describe('a planted fault', async () => {
  const test = await testApp();
  const here = await plant(test);

  it('in one lock shows a stranger nothing, and in the look-up of who asks is found', async () => {
    await openPolicies(test.database.owner);
    expect(await everythingSeenBy(test, here.world.people.stranger, here)).toEqual([]);
    await mistakeEverybodyFor(test.database.owner, here.world.people.manager.id);
    expect(await everythingSeenBy(test, here.world.people.stranger, here)).toEqual(
      expect.arrayContaining(numbers),
    );
  });
});
