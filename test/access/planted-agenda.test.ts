import { describe, expect, it } from 'vitest';
import { createApplication } from '../../src/application.ts';
import { logOptions } from '../../src/server/log/log-options.ts';
import type { Method } from '../../src/shared/routes.ts';
import { expectStatus } from '../support/expect-status.ts';
import { mistakeEverybodyFor } from '../support/mistaken-viewer.ts';
import { openPolicies } from '../support/open-policies.ts';
import { addPair, oneOnOneIn, words } from '../support/pair.ts';
import { addParticipant } from '../support/participants.ts';
import { registeredRoutes } from '../support/registered-routes.ts';
import { startSeries } from '../support/series.ts';
import { testApp } from '../support/test-app.ts';
import type { TestApp, TestPerson } from '../support/test-app.ts';

/** Every field of an agenda that people fill in holds a word of its own. */
const planted = {
  objective: 'Zimtstern',
  topic: 'Quastenflosser',
  point: 'Wolpertinger',
  outcome: 'Kaleidofon',
  managersPoint: 'Mondkalbin',
  employeesPoint: 'Rauhnachtel',
  managersNote: 'Gletscherfloh',
  employeesNote: 'Silberdistel',
} as const;
type Field = keyof typeof planted;

const ofBoth: Field[] = ['objective', 'outcome', 'point', 'topic'];

async function plant(test: TestApp) {
  const pair = await addPair(test);
  const { manager, employee } = pair;
  const admin = await test.addPerson('Ada Lind', { admin: true });
  const other = await addPair(test, 'Omar Haddad', 'Tom Okafor');
  const participant = await test.addPerson('Petra Vos');
  await oneOnOneIn(pair, 'active', async ({ id }) => addParticipant(manager, id, participant));
  await test.addTeam('Above', [other.manager], [manager]);
  const newManager = await test.addPerson('New Manager');
  await test.addTeam('Beside', [newManager], [employee]);
  const series = await startSeries(pair);
  const at = `/api/series/${series.id}`;
  const body = { version: 1, objective: planted.objective, topics: [planted.topic] };
  expectStatus(200, await employee.patch(`${at}/agenda`, body));
  const raise = async (person: TestPerson, word: string, shared: boolean) => {
    const point = { kind: 'topic', body: words(word).text, shared };
    return expectStatus(201, await person.post(`${at}/talking-points`, point)).id as string;
  };
  const pointId = await raise(employee, planted.point, true);
  const ids = {
    seriesId: series.id,
    pointId,
    managersPointId: await raise(manager, planted.managersPoint, false),
    employeesPointId: await raise(employee, planted.employeesPoint, false),
  };
  const note = (word: string) => ({ body: words(word).text, version: 0 });
  const noteAt = `/api/talking-points/${pointId}/private-note`;
  expectStatus(200, await manager.put(noteAt, note(planted.managersNote)));
  expectStatus(200, await employee.put(noteAt, note(planted.employeesNote)));
  const outcome = { outcome: words(planted.outcome).text, isDecision: true };
  expectStatus(200, await employee.put(`/api/talking-points/${pointId}/discussion`, outcome));
  return { pair, ids, outsiders: [admin, other.manager, other.employee, participant, newManager] };
}

type Ids = Awaited<ReturnType<typeof plant>>['ids'];

/** Everything that came back from every route, asked with the ids of the agenda. */
async function everythingSeenBy(test: TestApp, person: TestPerson, ids: Ids): Promise<Field[]> {
  const seen: string[] = [];
  const routes = registeredRoutes(test.app).filter(
    (route) => route.startsWith('GET ') || /\/(series|talking-points)\b/.test(route),
  );
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    const points = path.includes('{pointId}')
      ? [ids.pointId, ids.managersPointId, ids.employeesPointId]
      : [''];
    for (const pointId of points) {
      const url = path.replace('{seriesId}', ids.seriesId).replace('{pointId}', pointId);
      if (url.includes('/live')) continue;
      const sent = method === 'GET' || method === 'DELETE' ? undefined : { version: 0 };
      // Nothing is deleted or changed on the way: what is read afterwards is still there.
      if (method === 'DELETE' || /ending|drop$|sharing/.test(url)) continue;
      const { raw } = await test.call(method as Method, url.replaceAll(/\{\w+\}/g, 'x'), sent, {
        cookie: person.cookie,
      });
      seen.push(JSON.stringify(raw.headers) + raw.payload);
    }
  }
  const history = await person.get(`/api/series/${ids.seriesId}/talking-points?show=dropped`);
  return found(seen.join('\n') + history.raw.payload);
}

function found(text: string): Field[] {
  return (Object.keys(planted) as Field[]).filter((field) => text.includes(planted[field])).toSorted();
}

describe('no word of an agenda', async () => {
  const test = await testApp();
  const { pair, ids, outsiders } = await plant(test);

  it('reaches anybody outside the pair, by any route', async () => {
    for (const person of outsiders) {
      expect(await everythingSeenBy(test, person, ids), person.name).toEqual([]);
    }
  });

  it('that one of the two keeps to themself reaches the other, and everything else does', async () => {
    const { manager, employee } = pair;
    expect(await everythingSeenBy(test, manager, ids)).toEqual(
      [...ofBoth, 'managersNote', 'managersPoint'].toSorted(),
    );
    expect(await everythingSeenBy(test, employee, ids)).toEqual(
      [...ofBoth, 'employeesNote', 'employeesPoint'].toSorted(),
    );
  });

  it('stands in the log, nor what was shared with the application from elsewhere', async () => {
    const lines: string[] = [];
    const stream = { write: (line: string) => void lines.push(line) };
    const logged = await createApplication(test.platform, {
      ...logOptions({ level: 'trace', stream }),
      pagesFolder: null,
      mailLeaves: false,
    });
    const inject = async (method: Method, url: string, payload?: object) =>
      logged.http.inject({
        method,
        url,
        headers: { cookie: pair.manager.cookie, referer: `http://localhost/capture?text=${planted.topic}` },
        ...(payload && { payload }),
      });
    await inject('GET', `/capture?title=${planted.objective}&text=${planted.point}`);
    await inject('GET', `/api/series/${ids.seriesId}/agenda`);
    await inject('PATCH', `/api/series/${ids.seriesId}/agenda`, { version: 9, objective: planted.objective });
    await inject('POST', `/api/series/${ids.seriesId}/talking-points`, {
      kind: planted.managersPoint,
      body: words(planted.point).text,
    });
    await inject('PUT', `/api/talking-points/${ids.pointId}/discussion`, {
      outcome: words(planted.outcome).text,
      nonsense: planted.managersNote,
    });
    await logged.http.close();
    expect(lines.length).toBeGreaterThan(3);
    expect(found(lines.join('\n'))).toEqual([]);
  });
});

describe('a planted fault', async () => {
  const test = await testApp();
  const { pair, ids, outsiders } = await plant(test);

  it('in one lock lets no word of an agenda out, and in the look-up of who asks is found', async () => {
    await openPolicies(test.database.owner);
    for (const person of [...outsiders, pair.manager]) {
      const seen = await everythingSeenBy(test, person, ids);
      expect(seen.filter((field) => person !== pair.manager || field.startsWith('employees'))).toEqual([]);
    }
    await mistakeEverybodyFor(test.database.owner, pair.employee.id);
    const mistaken = await everythingSeenBy(test, outsiders[0] as TestPerson, ids);
    expect(mistaken).toEqual([...ofBoth, 'employeesNote', 'employeesPoint'].toSorted());
  });
});
