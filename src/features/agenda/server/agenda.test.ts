import { beforeEach, describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, words } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { startSeries } from '../../../../test/support/series.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { TestPerson } from '../../../../test/support/test-app.ts';
import { newUuid } from '../../../shared/uuid.ts';
import { weekly } from '../../templates/domain/library/weekly.ts';
import type { Agenda, TalkingPoint } from '../contract.ts';

const test = await testApp();
let pair: Pair;
let maya: TestPerson;
let eli: TestPerson;
let at: string;

const day = 24 * 3_600_000;
const doc = (text: string) => words(text).text;
const texts = (points: TalkingPoint[]) =>
  points.map(({ body }) => JSON.stringify(body).match(/"text":"([^"]*)"/)?.[1]);

/** Mondays at noon: tomorrow is the series' Tuesday. */
function nextMonday(): void {
  const now = Temporal.Now.zonedDateTimeISO('UTC');
  const monday = now.add({ days: (8 - now.dayOfWeek) % 7 }).with({ hour: 12 });
  test.clock.offset = monday.epochMilliseconds - now.epochMilliseconds;
}

async function raise(person: TestPerson, text: string, more: object = {}): Promise<TalkingPoint> {
  const body = { kind: 'topic', body: doc(text), shared: true, ...more };
  return expectStatus(201, await person.post(`${at}/talking-points`, body));
}

async function agendaOf(person: TestPerson): Promise<Agenda> {
  return expectStatus(200, await person.get(`${at}/agenda`));
}

const point = (id: string, part = '') => `/api/talking-points/${id}${part}`;

beforeEach(async () => {
  nextMonday();
  pair = await addPair(test);
  maya = pair.manager;
  eli = pair.employee;
  const startsOn = new Date(Date.now() + test.clock.offset).toISOString().slice(0, 10);
  const rule = { cadence: 'weekly', every: 1, weekday: 2, at: '10:00', timeZone: 'UTC', startsOn };
  at = `/api/series/${(await startSeries(pair, { rule })).id}`;
});

describe('the shared agenda', () => {
  it('has the employee’s points first, and each sees besides what only they see', async () => {
    await raise(maya, 'Budget');
    await raise(eli, 'On-call');
    await raise(maya, 'Only Maya', { shared: false });
    await raise(eli, 'Only Eli', { shared: false });
    await raise(eli, 'Training');
    const mine = await agendaOf(eli);
    expect(texts(mine.points)).toEqual(['On-call', 'Only Eli', 'Training', 'Budget']);
    expect(texts((await agendaOf(maya)).points)).toEqual(['On-call', 'Training', 'Budget', 'Only Maya']);
    expect(mine.voice).toEqual([
      { personId: eli.id, points: 2 },
      { personId: maya.id, points: 1 },
    ]);
    expect(mine.dueOn).toBe(new Date(Date.now() + test.clock.offset).toISOString().slice(0, 10));
  });

  it('says what the meeting is for, and neither of the two overwrites the other unseen', async () => {
    const write = { version: 1, objective: 'Agree on the quarter', topics: ['On-call', 'Hiring'] };
    const changed = expectStatus(200, await eli.patch(`${at}/agenda`, write));
    expect(changed).toMatchObject({
      objective: 'Agree on the quarter',
      topics: ['On-call', 'Hiring'],
      version: 2,
    });
    const stale = expectStatus(409, await maya.patch(`${at}/agenda`, { version: 1, objective: 'Mine' }));
    expect(stale).toMatchObject({ code: 'stale_version', current: { objective: 'Agree on the quarter' } });
    expectStatus(422, await maya.patch(`${at}/agenda`, { version: 2, topics: ['1', '2', '3', '4'] }));
    expectStatus(422, await maya.patch(`${at}/agenda`, { version: 2, objective: 'Two\nlines' }));
  });

  it('is another agenda once one changes what it is for: the other marks it ready again', async () => {
    for (const person of [eli, maya]) expectStatus(200, await person.put(`${at}/agenda/ready`));
    const { version } = await agendaOf(maya);
    const changed = expectStatus(
      200,
      await maya.patch(`${at}/agenda`, { objective: 'Something else', version }),
    );
    expect(changed.ready).toMatchObject({ employee: null, manager: expect.any(String) });
    expectStatus(200, await maya.patch(`${at}/agenda`, { objective: '', version: changed.version }));
    expectStatus(200, await maya.delete(`${at}/agenda/ready`));
  });

  it('is another agenda once one puts a point on it or takes one off: the other had agreed to it as it was', async () => {
    const { id: mine } = await raise(eli, 'On-call');
    const { id: secret } = await raise(eli, 'Raise', { shared: false });
    const changes: [string, () => Promise<{ status: number }>, boolean][] = [
      [
        'adds one',
        async () => eli.post(`${at}/talking-points`, { kind: 'win', body: doc('New'), shared: true }),
        true,
      ],
      [
        'keeps one to oneself',
        async () => eli.post(`${at}/talking-points`, { kind: 'win', body: doc('Own') }),
        false,
      ],
      ['puts one in another place', async () => eli.put(point(mine, '/position'), { before: null }), false],
      ['shares one', async () => eli.put(point(secret, '/sharing')), true],
      ['drops one', async () => eli.put(point(secret, '/drop')), true],
      ['takes one up', async () => eli.delete(point(secret, '/drop')), true],
      ['deletes one', async () => eli.delete(point(mine)), true],
    ];
    for (const [name, change, falls] of changes) {
      for (const person of [maya, eli]) expectStatus(200, await person.put(`${at}/agenda/ready`));
      expect((await change()).status, name).toBeLessThan(300);
      const { ready } = await agendaOf(maya);
      expect([name, ready.manager === null, ready.employee === null]).toEqual([name, falls, false]);
    }
  });

  it('waits on the shelf or comes from it by either: for the other it is ready no more', async () => {
    const { id } = await raise(eli, 'On-call');
    const until = Temporal.Instant.fromEpochMilliseconds(Date.now() + test.clock.offset + 10 * day);
    expectStatus(200, await eli.put(`${at}/agenda/ready`));
    expectStatus(200, await maya.put(point(id, '/later'), { until: until.toString().slice(0, 10) }));
    expect((await agendaOf(eli)).ready.employee).toBeNull();
    expectStatus(200, await eli.put(`${at}/agenda/ready`));
    expectStatus(200, await maya.delete(point(id, '/later')));
    expect((await agendaOf(eli)).ready.employee).toBeNull();
  });

  it('is agreed when each of the two has marked it ready, and each marks for themself', async () => {
    const first = expectStatus(200, await eli.put(`${at}/agenda/ready`));
    expect(first.ready).toMatchObject({ manager: null, employee: expect.any(String) });
    const again = expectStatus(200, await eli.put(`${at}/agenda/ready`));
    expect(again.ready).toEqual(first.ready);
    expect(expectStatus(200, await maya.put(`${at}/agenda/ready`)).ready.manager).not.toBeNull();
    const back = expectStatus(200, await eli.delete(`${at}/agenda/ready`));
    expect(back.ready).toMatchObject({ employee: null, manager: expect.any(String) });
  });

  it('keeps what was not discussed, with the date it was first raised, whatever became of the meeting', async () => {
    await raise(eli, 'On-call');
    expect((await agendaOf(eli)).points[0]?.firstRaisedBefore).toBe(false);
    const { ahead } = expectStatus(200, await maya.get(`${at}/meetings`));
    const skip = { as: 'skipped', reason: 'Away', version: 0 };
    expectStatus(200, await maya.put(`${at}/meetings/${ahead[0].slot}/cancellation`, skip));
    test.clock.offset += 3 * day;
    await raise(eli, 'New since');
    const after = await agendaOf(maya);
    expect(texts(after.points)).toEqual(['On-call', 'New since']);
    expect(after.points.map((one) => one.firstRaisedBefore)).toEqual([true, false]);
  });
});

describe('when the meeting is held', () => {
  it('begins anew, and keeps what was not discussed', async () => {
    await raise(eli, 'On-call');
    await raise(eli, 'Only Eli', { shared: false });
    const head = { version: 1, objective: 'Agree', topics: ['Hiring'] };
    expectStatus(200, await eli.patch(`${at}/agenda`, head));
    for (const person of [eli, maya]) expectStatus(200, await person.put(`${at}/agenda/ready`));
    expectStatus(201, await maya.post(`${at}/start`, { templateId: weekly.id }));
    const after = await agendaOf(eli);
    expect(after).toMatchObject({ objective: '', topics: [], ready: { manager: null, employee: null } });
    expect(after.version).toBeGreaterThan(2);
    expect(texts(after.points)).toEqual(['On-call', 'Only Eli']);
  });
});

describe('a talking point', () => {
  it('is moved by either of the two among what they see, also past what they do not', async () => {
    const first = await raise(eli, 'First');
    await raise(eli, 'Hidden', { shared: false });
    const third = await raise(eli, 'Third');
    expectStatus(200, await maya.put(point(third.id, '/position'), { before: first.id }));
    expect(texts((await agendaOf(maya)).points)).toEqual(['Third', 'First']);
    expect(texts((await agendaOf(eli)).points)).toEqual(['Third', 'First', 'Hidden']);
    expectStatus(200, await maya.put(point(third.id, '/position'), { before: null }));
    expect(texts((await agendaOf(maya)).points)).toEqual(['First', 'Third']);
    for (let move = 0; move < 60; move += 1) {
      const { points } = await agendaOf(maya);
      const [one, two] = points;
      expectStatus(200, await maya.put(point(two?.id ?? '', '/position'), { before: one?.id ?? null }));
    }
    expect(texts((await agendaOf(eli)).points)).toHaveLength(3);
  });

  it('cannot be moved before one that is hidden: the answer is as for one that never was', async () => {
    const mine = await raise(maya, 'Mine');
    const hidden = await raise(eli, 'Hidden', { shared: false });
    const answers = [hidden.id, crypto.randomUUID()].map(async (before) =>
      maya.put(point(mine.id, '/position'), { before }),
    );
    const [one, other] = await Promise.all(answers);
    expect([one?.status, one?.body]).toEqual([422, other?.body]);
  });

  it('is its author’s alone until they share it, and then for good', async () => {
    const hidden = await raise(eli, 'Hidden', { shared: false });
    for (const [method, part, body] of [
      ['put', '/sharing'],
      ['put', '/position', { before: null }],
      ['put', '/later', { until: '2030-01-01' }],
      ['put', '/discussion', {}],
      ['put', '/drop'],
      ['get', '/private-note'],
      ['patch', '', { version: 1 }],
      ['delete', ''],
    ] as const) {
      expectStatus(404, await maya[method](point(hidden.id, part), body));
    }
    expectStatus(409, await eli.put(point(hidden.id, '/discussion'), {}));
    test.clock.offset += 2 * day;
    const shared = expectStatus(200, await eli.put(point(hidden.id, '/sharing')));
    expect(shared).toMatchObject({ shared: true, abilities: { share: false } });
    // How long it was kept to oneself is nobody's to know.
    expect(Date.parse(shared.raisedAt)).toBeGreaterThan(Date.parse(hidden.raisedAt));
    expect(texts((await agendaOf(maya)).points)).toEqual(['Hidden']);
    expectStatus(403, await maya.patch(point(hidden.id), { version: 1, kind: 'win' }));
    expectStatus(403, await maya.put(point(hidden.id, '/drop')));
    expectStatus(403, await maya.delete(point(hidden.id)));
  });

  it('is one, however often it is sent, and nobody learns that somebody else’s id is taken by what', async () => {
    const id = newUuid();
    const once = await raise(eli, 'On-call', { id, shared: false });
    const twice = await raise(eli, 'On-call', { id, shared: false });
    expect(twice).toEqual(once);
    expect((await agendaOf(eli)).points).toHaveLength(1);
    const body = { kind: 'topic', body: doc('Mine') };
    const hidden = expectStatus(409, await maya.post(`${at}/talking-points`, { ...body, id }));
    const seenId = newUuid();
    await raise(eli, 'Seen', { id: seenId });
    expect(expectStatus(409, await maya.post(`${at}/talking-points`, { ...body, id: seenId }))).toEqual(
      hidden,
    );
  });

  it('is changed by its author, on what they saw; one of 10,000 characters is refused with a reason', async () => {
    const { id } = await raise(eli, 'On-call');
    const url = point(id);
    expectStatus(200, await eli.patch(url, { body: doc('On-call again'), kind: 'blocker', version: 1 }));
    expect(expectStatus(409, await eli.patch(url, { body: doc('Late'), version: 1 }))).toMatchObject({
      code: 'stale_version',
      current: { kind: 'blocker', version: 2 },
    });
    const long = expectStatus(422, await eli.patch(url, { body: doc('x'.repeat(10_000)), version: 2 }));
    expect(long.errors).toEqual([{ path: 'body', message: expect.stringContaining('4000 characters') }]);
    expectStatus(422, await eli.patch(url, { body: doc('  '), version: 2 }));
  });

  it('is ticked off by either with a note or a decision, opened again, and stays in the history', async () => {
    const { id } = await raise(eli, 'On-call');
    const ticked = expectStatus(200, await maya.put(point(id, '/discussion'), {}));
    expect(ticked.discussed).toMatchObject({ by: { name: 'Maya Adler' }, outcome: null, isDecision: false });
    const decided = { outcome: doc('Two weeks off'), isDecision: true };
    const noted = expectStatus(200, await eli.put(point(id, '/discussion'), decided));
    // Whoever says what came of it is named with it.
    expect(noted.discussed).toMatchObject({ ...decided, by: { name: 'Eli Larsen' } });
    // Both write at the same time: the second takes nothing away from the first.
    const other = expectStatus(409, await maya.put(point(id, '/discussion'), { outcome: doc('Mine') }));
    expect(other.detail).toContain('Eli Larsen has written down what came of it');
    expectStatus(200, await eli.put(point(id, '/discussion'), decided));
    expect((await agendaOf(eli)).points).toEqual([]);
    const { items } = expectStatus(200, await maya.get(`${at}/talking-points`));
    expect(items).toMatchObject([{ id, discussed: decided }]);
    expectStatus(409, await eli.patch(point(id), { body: doc('Other words'), version: 1 }));
    expectStatus(409, await eli.delete(point(id)));
    const open = expectStatus(200, await eli.delete(point(id, '/discussion')));
    expect(open).toMatchObject({ discussed: null, lastDiscussedAt: null });
    expect(texts((await agendaOf(maya)).points)).toEqual(['On-call']);
  });

  it('that recurs is back the day after it was discussed', async () => {
    const { id } = await raise(maya, 'How are you', { recurring: true });
    expectStatus(200, await eli.put(point(id, '/discussion'), { outcome: doc('Well') }));
    expect((await agendaOf(maya)).points).toEqual([]);
    test.clock.offset += day;
    const [back] = (await agendaOf(maya)).points;
    expect(back).toMatchObject({ id, discussed: null, lastDiscussedAt: expect.any(String) });
    expect(back?.abilities).toMatchObject({ discuss: true, remove: false });
    const again = expectStatus(200, await maya.put(point(id, '/discussion'), {}));
    expect(again.discussed).toMatchObject({ outcome: null, by: { name: 'Maya Adler' } });
  });

  it('waits on the shelf until its day, and not until yesterday', async () => {
    const { id } = await raise(eli, 'Next quarter');
    const date = (days: number) =>
      new Date(Date.now() + test.clock.offset + days * day).toISOString().slice(0, 10);
    expectStatus(422, await maya.put(point(id, '/later'), { until: date(0) }));
    expectStatus(422, await maya.put(point(id, '/later'), { until: '2999-01-01' }));
    expectStatus(200, await maya.put(point(id, '/later'), { until: date(2) }));
    const shelved = await agendaOf(eli);
    expect([shelved.points, shelved.later.map((one) => one.laterUntil)]).toEqual([[], [date(2)]]);
    test.clock.offset += 2 * day;
    expect(texts((await agendaOf(eli)).points)).toEqual(['Next quarter']);
    expectStatus(200, await eli.put(point(id, '/later'), { until: date(3) }));
    expectStatus(200, await eli.delete(point(id, '/later')));
    expect((await agendaOf(eli)).later).toEqual([]);
  });

  it('is dropped and taken up again by its author, or deleted for good while nobody has talked about it', async () => {
    const { id } = await raise(eli, 'No longer');
    expectStatus(200, await eli.put(point(id, '/drop')));
    expect((await agendaOf(maya)).points).toEqual([]);
    expect(expectStatus(200, await maya.get(`${at}/talking-points?show=dropped`)).items).toHaveLength(1);
    expectStatus(409, await maya.put(point(id, '/discussion'), {}));
    expectStatus(200, await eli.delete(point(id, '/drop')));
    expect(texts((await agendaOf(maya)).points)).toEqual(['No longer']);
    expectStatus(204, await eli.delete(point(id)));
    expectStatus(404, await eli.get(point(id, '/private-note')));
  });

  it('carries a note of each of the two that nobody else gets, also when it is shared', async () => {
    const { id } = await raise(eli, 'On-call', { shared: false });
    const note = point(id, '/private-note');
    expectStatus(200, await eli.put(note, { body: doc('Ask for more money'), version: 0 }));
    expectStatus(200, await eli.put(point(id, '/sharing')));
    expect((await agendaOf(maya)).points[0]).toMatchObject({ hasPrivateNote: false });
    expect((await agendaOf(eli)).points[0]).toMatchObject({ hasPrivateNote: true });
    expect(expectStatus(200, await maya.get(note))).toEqual({ body: null, version: 0, updatedAt: null });
    expectStatus(200, await maya.put(note, { body: doc('Mine'), version: 0 }));
    expect(expectStatus(409, await eli.put(note, { body: doc('Late'), version: 0 })).current).toMatchObject({
      body: doc('Ask for more money'),
    });
    expectStatus(200, await eli.put(note, { body: null, version: 1 }));
    expect((await agendaOf(eli)).points[0]).toMatchObject({ hasPrivateNote: false });
  });

  it('is one of at most 200, and what the other keeps to themself takes no room', async () => {
    for (let count = 0; count < 200; count += 1) await raise(eli, `Point ${count}`, { shared: false });
    expectStatus(409, await eli.post(`${at}/talking-points`, { kind: 'idea', body: doc('One more') }));
    await raise(maya, 'Room enough');
    const url = `${at}/talking-points?show=dropped&limit=2`;
    for (const { id } of (await agendaOf(eli)).points.slice(0, 3)) {
      expectStatus(200, await eli.put(point(id, '/drop')));
    }
    const page = expectStatus(200, await eli.get(url));
    expect(page.items).toHaveLength(2);
    expect(expectStatus(200, await eli.get(`${url}&cursor=${page.nextCursor}`)).items).toHaveLength(1);
    expect(expectStatus(200, await maya.get(url)).items).toEqual([]);
  });

  it('of a series that has ended is read and no more', async () => {
    const { id } = await raise(eli, 'On-call');
    expectStatus(200, await maya.post(`${at}/ending`));
    const ended = await agendaOf(eli);
    expect(ended.abilities).toEqual({ arrange: false });
    expect(Object.values(ended.points[0]?.abilities ?? {})).not.toContain(true);
    expectStatus(409, await eli.patch(point(id), { kind: 'win', version: 1 }));
    expectStatus(409, await eli.put(point(id, '/private-note'), { body: doc('Mine'), version: 0 }));
    expectStatus(200, await eli.get(point(id, '/private-note')));
  });
});
