import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { invitation } from '../../src/features/calendar/server/invitation.ts';
import { mailSettings } from '../../src/features/mail/server/mail-settings.ts';
import { sendLeftovers } from '../../src/features/mail/server/send-notice.ts';
import { dueCounts } from '../../src/features/reminders/server/due-counts.ts';
import { meetingsAhead } from '../../src/features/reminders/server/meetings-ahead.ts';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { expectStatus } from '../support/expect-status.ts';
import type { OneOnOne } from '../../src/features/one-on-ones/contract.ts';
import { addPair, startOneOnOne, words } from '../support/pair.ts';
import { registeredRoutes } from '../support/registered-routes.ts';
import { startSeries } from '../support/series.ts';
import { testApp } from '../support/test-app.ts';
import type { TestApp, TestPerson } from '../support/test-app.ts';

/** As in planted-words.test.ts, for everything that people write around a series. */
const planted = {
  place: 'Gartenlaube',
  managerPrepares: 'Quellmoos',
  employeePrepares: 'Birkenrauch',
  reason: 'Zahnweh',
  objective: 'Kieselmond',
  topic: 'Federgras',
  sharedPoint: 'Hagebutten',
  outcome: 'Lerchensporn',
  managersPoint: 'Nachtkerze',
  employeesPoint: 'Sumpfdotter',
  managersNote: 'Rauhfrost',
  employeesNote: 'Wiesenknopf',
  unsent: 'Taubnessel',
  sentUpdate: 'Ackerwinde',
  sentAnswer: 'Seidelbast',
  promise: 'Erdrauch',
  answer: 'Waldmeister',
  draftPromise: 'Steinbrech',
  draftAnswer: 'Bilsenkraut',
} as const;
type Field = keyof typeof planted;

const found = (text: string): Field[] =>
  (Object.keys(planted) as Field[]).filter((field) =>
    text.toLowerCase().includes(planted[field].toLowerCase()),
  );
const rich = (text: string) => words(text).text;

/** One series in which everything is written, one meeting of it held; a second update waits unsent. */
async function plant(test: TestApp) {
  const pair = await addPair(test);
  const { manager, employee } = pair;
  const outsiders = [
    await test.addPerson('Ada Lind', { admin: true }),
    (await addPair(test, 'Omar Haddad', 'Tom Okafor')).manager,
    await test.addPerson('Paul Weber'),
    await test.addPerson('New Manager'),
  ];
  await test.addTeam('Above', [outsiders[1] as TestPerson], [manager]);
  await test.addTeam('Beside', [outsiders[3] as TestPerson], [employee]);
  const { place, managerPrepares, employeePrepares } = planted;
  const series = await startSeries(pair, {
    place,
    managerPrepares,
    employeePrepares,
    templateId: weekly.id,
  });
  const url = `/api/series/${series.id}`;
  const point = async (person: TestPerson, word: string, shared: boolean): Promise<string> => {
    const body = { kind: 'topic', body: rich(word), shared };
    return expectStatus(201, await person.post(`${url}/talking-points`, body)).id;
  };
  const note = async (person: TestPerson, pointId: string, word: string) => {
    const body = { body: rich(word), version: 0 };
    expectStatus(200, await person.put(`/api/talking-points/${pointId}/private-note`, body));
  };
  const pointId = await point(employee, planted.sharedPoint, true);
  await point(manager, planted.managersPoint, false);
  await point(employee, planted.employeesPoint, false);
  await note(manager, pointId, planted.managersNote);
  await note(employee, pointId, planted.employeesNote);
  const done = await point(manager, planted.sharedPoint, true);
  const discussion = { outcome: rich(planted.outcome) };
  expectStatus(200, await manager.put(`/api/talking-points/${done}/discussion`, discussion));
  const slot = series.next?.slot ?? '';
  const calledOff = { as: 'skipped', reason: planted.reason, version: 0 };
  expectStatus(200, await employee.put(`${url}/meetings/${slot}/cancellation`, calledOff));

  const inRecord = async (oneOnOneId: string, text: string, answer: string) => {
    const at = `/api/one-on-ones/${oneOnOneId}`;
    expectStatus(201, await manager.post(`${at}/action-items`, { text }));
    const { sections }: OneOnOne = expectStatus(200, await manager.get(at));
    const item = sections.flatMap(({ items }) => items).find(({ kind }) => kind === 'question');
    const body = { answer: words(answer), version: 0 };
    expectStatus(200, await manager.put(`${at}/items/${item?.id}/answer`, body));
  };
  const earlier = await startOneOnOne(pair);
  await inRecord(earlier.id, planted.promise, planted.answer);
  expectStatus(200, await manager.post(`/api/one-on-ones/${earlier.id}/sharing`));

  const { asked } = expectStatus(200, await employee.get(`${url}/preparation`));
  const write = async (update: object, answers: object) => {
    const { version } = expectStatus(200, await employee.get(`${url}/preparation`));
    const body = { update, answers, version };
    return expectStatus(200, await employee.put(`${url}/preparation`, body));
  };
  const answers = { [asked[0].itemId]: { value: 4, text: rich(planted.sentAnswer) } };
  const { version } = await write({ wentWell: rich(planted.sentUpdate) }, answers);
  expectStatus(200, await employee.post(`${url}/preparation/sending`, { version }));
  const { oneOnOneId } = expectStatus(201, await manager.post(`${url}/start`, {}));
  await inRecord(oneOnOneId, planted.draftPromise, planted.draftAnswer);
  await write({ couldImprove: rich(planted.unsent) }, {});
  const agenda = expectStatus(200, await manager.get(`${url}/agenda`));
  const head = { objective: planted.objective, topics: [planted.topic], version: agenda.version };
  expectStatus(200, await manager.patch(`${url}/agenda`, head));
  return { pair, outsiders, ids: { seriesId: series.id, slot, pointId, oneOnOneId } };
}

/** Whatever somebody can ask for: status line, headers and body of all of it. */
async function everythingSeenBy(
  test: TestApp,
  person: TestPerson,
  ids: Record<string, string>,
): Promise<string> {
  const seen: string[] = [];
  for (const route of registeredRoutes(test.app)) {
    const [method = '', pattern = ''] = route.split(' ');
    const touches = /\/(series|talking-points|one-on-ones)/.test(pattern) && method !== 'DELETE';
    if (method !== 'GET' && !touches) continue;
    const url = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'x');
    const body = method === 'GET' ? undefined : { nonsense: true };
    const { raw } = await test.call(method as 'GET', url, body, { cookie: person.cookie });
    seen.push(`${route} ${JSON.stringify(raw.headers)} ${raw.payload}`);
  }
  for (const word of Object.values(planted)) {
    seen.push((await person.get(`/api/one-on-ones?q=${word}`)).raw.payload);
  }
  return seen.join('\n');
}

describe('no word that the two wrote around their meetings', async () => {
  const test = await testApp();
  const { pair, outsiders, ids } = await plant(test);

  it('reaches anybody beside them, by any route', async () => {
    for (const person of outsiders) {
      expect(found(await everythingSeenBy(test, person, ids)), person.name).toEqual([]);
    }
  });

  it('but what is their own, is kept from the employee', async () => {
    const seen = found(await everythingSeenBy(test, pair.employee, ids));
    expect(seen.toSorted()).toEqual(
      [
        'place',
        'managerPrepares',
        'employeePrepares',
        'reason',
        'objective',
        'topic',
        'sharedPoint',
        'outcome',
        'employeesPoint',
        'employeesNote',
        'unsent',
        'promise',
        'answer',
      ].toSorted(),
    );
  });

  it('before it was sent or shared, reaches the manager', async () => {
    const seen = found(await everythingSeenBy(test, pair.manager, ids));
    expect(seen.toSorted()).toEqual(
      (Object.keys(planted) as Field[])
        .filter((field) => !['employeesPoint', 'employeesNote', 'unsent'].includes(field))
        .toSorted(),
    );
  });

  it('but the place of the invitation, stands in a mail or in what comes with it', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'duologue-mail-'));
    const from = { name: 'Duologue', address: 'duologue@example.org' };
    const settings = mailSettings(
      { dataDir, mail: { smtpUrl: null, from } },
      {
        worker: test.pools.worker,
        baseUrl: test.platform.baseUrl,
        linkTo: (_, id) => id,
        dueCounts: dueCounts(test.platform.clock, test.platform.timeZone),
        meetingsAhead: meetingsAhead(test.platform),
        invitation: invitation({ ...test.platform, from }),
      },
    );
    const sent = await sendLeftovers(settings, (error) => {
      throw error;
    });
    expect(sent).toBeGreaterThan(3);
    const folder = path.join(dataDir, 'mail');
    const mails = await Promise.all(
      (await readdir(folder)).map(
        async (name) => name + unpacked(await readFile(path.join(folder, name), 'utf8')),
      ),
    );
    expect(new Set(mails.flatMap(found))).toEqual(new Set(['place']));
  });
});

/** A mail with its parts read: what is in base64 hides no word. */
function unpacked(mail: string): string {
  const packed = [...mail.matchAll(/(?:^[A-Za-z0-9+/]{60,76}={0,2}\r?\n?)+(?:^[A-Za-z0-9+/]+={0,2}\r?$)?/gm)];
  return mail + packed.map(([part]) => Buffer.from(part, 'base64').toString('utf8')).join('\n');
}
