import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { listenerOf, settled } from '../../../../test/support/live.ts';
import { addPair, oneOnOneIn, startOneOnOne, words } from '../../../../test/support/pair.ts';
import { startSeries } from '../../../../test/support/series.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { TestPerson } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { build } from '../../../server/database/query.ts';
import { weekly } from '../../templates/domain/library/weekly.ts';

const test = await testApp();
const listen = await listenerOf(test);

const live = (seriesId: string) => `/api/series/${seriesId}/live`;
const said = (text: string) => words(text).text;

/** A pair with an open series, and a stream of each. */
async function bothListen() {
  const pair = await addPair(test);
  const series = await startSeries(pair, { templateId: weekly.id });
  const maya = await listen(pair.manager, live(series.id));
  const eli = await listen(pair.employee, live(series.id));
  await settled();
  const stop = async () => Promise.all([maya.stop(), eli.stop()]);
  return { ...pair, pair, series, at: `/api/series/${series.id}`, streams: { maya, eli }, stop };
}

type Stream = Awaited<ReturnType<typeof listen>>;

/** What a stream has said of changes, kind by kind, in order. */
function changes(stream: Stream): string[] {
  return stream.heard.flatMap((event) => (event.is === 'changed' ? event.what : []));
}

/** Both hear of what either does; the next is waited for anew. */
async function hear(streams: Record<string, Stream>, ...what: string[]): Promise<void> {
  for (const stream of Object.values(streams))
    await stream.until(() => what.every((one) => changes(stream).includes(one)));
  for (const stream of Object.values(streams)) stream.heard.length = 0;
}

async function addPoint(person: TestPerson, at: string, shared: boolean, text = 'Murmelfax') {
  const body = { kind: 'topic', body: said(text), shared };
  return expectStatus(201, await person.post(`${at}/talking-points`, body));
}

describe('an open series', () => {
  it('hears of a point that the other shares, of its tick and of what becomes of it, in kinds alone', async () => {
    const { manager, employee, at, streams, stop } = await bothListen();
    const began = performance.now();
    const point = await addPoint(manager, at, true);
    await hear(streams, 'talking-point');
    expect(performance.now() - began).toBeLessThan(1000);
    const url = `/api/talking-points/${point.id}`;
    expectStatus(200, await employee.put(`${url}/discussion`, { outcome: said('Murmelfax') }));
    await hear(streams, 'talking-point');
    expectStatus(200, await employee.delete(`${url}/discussion`));
    await hear(streams, 'talking-point');
    expectStatus(200, await manager.put(`${url}/drop`));
    await hear(streams, 'talking-point');
    for (const stream of Object.values(streams)) expect(stream.raw()).not.toMatch(/Murmelfax|[0-9a-f-]{36}/);
    await stop();
  });

  it('hears of a private point when it is shared, and of another order', async () => {
    const { employee, at, streams, stop } = await bothListen();
    const first = await addPoint(employee, at, false);
    const second = await addPoint(employee, at, true);
    await hear(streams, 'talking-point');
    expectStatus(200, await employee.put(`/api/talking-points/${first.id}/sharing`));
    await hear(streams, 'talking-point');
    expectStatus(200, await employee.put(`/api/talking-points/${second.id}/position`, { before: first.id }));
    await hear(streams, 'talking-point');
    await stop();
  });

  it('hears of a meeting that is moved, called off, begun and over, of the objective, of who is ready', async () => {
    const { manager, employee, at, streams, stop, series } = await bothListen();
    const { ahead } = expectStatus(200, await manager.get(`${at}/meetings`));
    const [first, second] = ahead;
    const date = first.startsAt.slice(0, 10);
    expectStatus(
      200,
      await employee.patch(`${at}/meetings/${first.slot}`, { date, time: '15:00', version: 0 }),
    );
    await hear(streams, 'meeting');
    const off = { as: 'skipped', reason: 'Murmelfax', version: 0 };
    expectStatus(200, await manager.put(`${at}/meetings/${second.slot}/cancellation`, off));
    await hear(streams, 'meeting');
    expectStatus(200, await employee.patch(`${at}/agenda`, { version: 1, objective: 'Murmelfax' }));
    await hear(streams, 'agenda');
    expectStatus(200, await manager.put(`${at}/agenda/ready`));
    await hear(streams, 'agenda');
    const { slot } = expectStatus(201, await manager.post(`${at}/start`, {}));
    await hear(streams, 'meeting', 'agenda');
    expectStatus(200, await manager.post(`${at}/meetings/${slot}/ending`));
    await hear(streams, 'meeting');
    expectStatus(200, await manager.patch(at, { version: series.version, minutes: 45 }));
    await hear(streams, 'series');
    for (const stream of Object.values(streams)) expect(stream.raw()).not.toContain('Murmelfax');
    await stop();
  });

  it('hears of an update that is sent, taken back, and used', async () => {
    const { manager, employee, at, streams, stop } = await bothListen();
    const body = { update: { wentWell: said('Murmelfax') }, answers: {}, version: 0 };
    const { version } = expectStatus(200, await employee.put(`${at}/preparation`, body));
    const sent = expectStatus(200, await employee.post(`${at}/preparation/sending`, { version }));
    await hear(streams, 'preparation');
    expectStatus(200, await employee.delete(`${at}/preparation/sending`));
    await hear(streams, 'preparation');
    const again = expectStatus(200, await employee.get(`${at}/preparation`));
    expect(again.version).toBeGreaterThanOrEqual(sent.version);
    expectStatus(200, await employee.post(`${at}/preparation/sending`, { version: again.version }));
    await hear(streams, 'preparation');
    expectStatus(201, await manager.post(`${at}/start`, {}));
    await hear(streams, 'preparation', 'meeting');
    await stop();
  });

  it('hears of a record of the two that is shared, and of a promise that is kept', async () => {
    const { pair, manager, employee, streams, stop } = await bothListen();
    const record = await startOneOnOne(pair);
    const items = `/api/one-on-ones/${record.id}/action-items`;
    const promise = { text: 'Murmelfax', ownerId: employee.id };
    expectStatus(201, await manager.post(items, promise));
    expectStatus(200, await manager.post(`/api/one-on-ones/${record.id}/sharing`));
    await hear(streams, 'one-on-one');
    const { items: promised } = expectStatus(200, await employee.get(items));
    expectStatus(200, await employee.put(`/api/action-items/${promised[0].id}/completion`));
    await hear(streams, 'action-item');
    expectStatus(204, await manager.delete(`/api/one-on-ones/${record.id}`));
    await hear(streams, 'one-on-one');
    await stop();
  });
});

describe('what one of the two keeps to themself', () => {
  /** Both streams say nothing but of their inbox while one of the two does something. */
  async function expectSilence(
    { streams }: Awaited<ReturnType<typeof bothListen>>,
    work: () => Promise<unknown>,
  ): Promise<void> {
    await settled();
    for (const stream of Object.values(streams)) stream.heard.length = 0;
    await work();
    await settled();
    for (const stream of Object.values(streams)) expect(changes(stream)).toEqual([]);
  }

  it('is heard by nobody: a private point, its words, its place, its shelf, its end', async () => {
    const world = await bothListen();
    const { employee, at, stop } = world;
    const shared = await addPoint(employee, at, true);
    const other = await addPoint(employee, at, true);
    await expectSilence(world, async () => {
      const { id, version } = await addPoint(employee, at, false);
      const url = `/api/talking-points/${id}`;
      expectStatus(200, await employee.patch(url, { version, body: said('Otherwise') }));
      expectStatus(200, await employee.put(`${url}/position`, { before: shared.id }));
      expectStatus(200, await employee.put(`${url}/position`, { before: other.id }));
      const until = Temporal.Now.plainDateISO('UTC').add({ days: 9 }).toString();
      expectStatus(200, await employee.put(`${url}/later`, { until }));
      expectStatus(200, await employee.delete(`${url}/later`));
      expectStatus(200, await employee.put(`${url}/drop`));
      expectStatus(200, await employee.delete(`${url}/drop`));
      expectStatus(204, await employee.delete(url));
    });
    await stop();
  });

  it('shows not even where it makes room between shared points, nor where a shared one passes it', async () => {
    const world = await bothListen();
    const { employee, at, stop } = world;
    const points = [await addPoint(employee, at, true), await addPoint(employee, at, true)];
    const mine = await addPoint(employee, at, false);
    // No room between the two: to stand there moves the second.
    await asOwner(test.database.owner, async (db) =>
      db.run(sql`update talking_point set rank = 1 + 1e-7 where id = ${points[1].id}`),
    );
    await expectSilence(world, async () => {
      const position = { before: points[1].id };
      expectStatus(200, await employee.put(`/api/talking-points/${mine.id}/position`, position));
      const { points: now } = expectStatus(200, await employee.get(`${at}/agenda`));
      expect(now.map(({ id }: { id: string }) => id)).toEqual([points[0].id, mine.id, points[1].id]);
      const past = { before: points[1].id };
      expectStatus(200, await employee.put(`/api/talking-points/${points[0].id}/position`, past));
    });
    await stop();
  });

  it('is heard by nobody: a private note on a point of either, an update that is not sent, a draft', async () => {
    const world = await bothListen();
    const { pair, manager, employee, at, stop } = world;
    const point = await addPoint(manager, at, true);
    await expectSilence(world, async () => {
      for (const person of [manager, employee]) {
        const note = { body: said('Murmelfax'), version: 0 };
        expectStatus(200, await person.put(`/api/talking-points/${point.id}/private-note`, note));
      }
      const update = { update: { wentWell: said('Murmelfax') }, answers: {} };
      expectStatus(200, await employee.put(`${at}/preparation`, { ...update, version: 0 }));
      expectStatus(200, await employee.put(`${at}/preparation`, { ...update, version: 1 }));
      const draft = await startOneOnOne(pair);
      const url = `/api/one-on-ones/${draft.id}`;
      expectStatus(201, await manager.post(`${url}/action-items`, { text: 'Mine', ownerId: manager.id }));
      expectStatus(200, await manager.patch(url, { title: 'New', version: draft.version + 1 }));
      expectStatus(204, await manager.delete(url));
    });
    await stop();
  });
});

describe('somebody else', () => {
  it('gets no stream of a series: an admin, the manager above, a stranger, another pair', async () => {
    const { series, pair, stop } = await bothListen();
    const above = await test.addPerson('Omar Haddad');
    await test.addTeam('Above', [above], [pair.manager]);
    const others = [
      await test.addPerson('Ada Lind', { admin: true }),
      await test.addPerson('Paul Weber'),
      above,
      (await addPair(test, 'Other Manager', 'Other Employee')).manager,
    ];
    for (const person of others) {
      const stream = await listen(person, live(series.id));
      expect(stream.status, person.name).toBe(404);
      expect(stream.raw()).not.toContain('data:');
    }
    await stop();
  });

  it('hears nothing of another series of the same person', async () => {
    const { manager, streams, stop } = await bothListen();
    const eve = await test.addPerson('Eve Moss');
    await test.addTeam('Eve', [manager], [eve]);
    const other = await startSeries({ manager, employee: eve, teamId: '' });
    await addPoint(eve, `/api/series/${other.id}`, true);
    await settled();
    expect(changes(streams.maya)).toEqual([]);
    await stop();
  });

  it('has only read what was, once the pair is none any more: it hears nothing of what still happens there', async () => {
    const { pair, series, streams, stop } = await bothListen();
    const record = await oneOnOneIn(pair, 'active', async ({ id }) =>
      pair.manager.post(`/api/one-on-ones/${id}/action-items`, { text: 'Mine', ownerId: pair.manager.id }),
    );
    await asOwner(test.database.owner, async (db) =>
      db.run(build.deleteFrom('team_manager').where('person_id', '=', pair.manager.id)),
    );
    await settled();
    for (const stream of Object.values(streams)) stream.heard.length = 0;
    const { items } = expectStatus(200, await pair.manager.get(`/api/one-on-ones/${record.id}/action-items`));
    expectStatus(200, await pair.manager.put(`/api/action-items/${items[0].id}/completion`));
    await asOwner(test.database.owner, async (db) => {
      await db.run(sql`update agenda set objective = 'Late' where series_id = ${series.id}`);
      await db.run(sql`
        insert into talking_point (id, series_id, author_id, kind, body, shared, shared_at, rank, raised_at)
        values (${crypto.randomUUID()}, ${series.id}, ${pair.employee.id}, 'idea', '{}', true, now(), 1, now())`);
    });
    await settled();
    for (const stream of Object.values(streams)) expect(changes(stream)).toEqual([]);
    await stop();
  });

  it('hears that a series has ended, as the two do who can read it for ever', async () => {
    const { manager, at, streams, stop } = await bothListen();
    expectStatus(200, await manager.post(`${at}/ending`));
    await hear(streams, 'series');
    await stop();
  });
});
