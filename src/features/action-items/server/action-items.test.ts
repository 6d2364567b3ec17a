import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { addParticipant } from '../../../../test/support/participants.ts';
import { startSeries } from '../../../../test/support/series.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { build } from '../../../server/database/query.ts';
import type { ActionItem } from '../contract.ts';

const test = await testApp();
const day = 24 * 3600 * 1000;
const today = (offset = 0) =>
  Temporal.Now.zonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days: offset }).toString();
const textsOf = ({ items }: { items: ActionItem[] }) => items.map(({ text }) => text);

async function agree(pair: Pair, oneOnOneId: string, text: string, more: object = {}) {
  return expectStatus(
    201,
    await pair.manager.post(`/api/one-on-ones/${oneOnOneId}/action-items`, { text, ...more }),
  );
}

describe('action items of a one-on-one', async () => {
  const pair = await addPair(test);
  const { manager, employee } = pair;

  it('are the employee’s and due in a week, unless somebody says otherwise', async () => {
    const record = await oneOnOneIn(pair, 'active');
    const item = await agree(pair, record.id, '  Book the course  ');
    expect(item).toMatchObject({
      text: 'Book the course',
      owner: { id: employee.id, name: employee.name },
      dueOn: today(7),
      doneAt: null,
      dropped: null,
      isOverdue: false,
      version: 1,
      abilities: { edit: true, mark: true },
    });
    expect(item.oneOnOne).toMatchObject({ version: record.version + 1, abilities: { edit: true } });
    const other = await agree(pair, record.id, 'Ask', {
      ownerId: manager.id,
      dueOn: '2026-01-02',
      position: 0,
    });
    expect(other).toMatchObject({ ownerId: manager.id, isOverdue: true });
    const seen = expectStatus(200, await employee.get(`/api/one-on-ones/${record.id}/action-items`));
    expect(textsOf(seen)).toEqual(['Ask', 'Book the course']);
    expect(seen.items.map(({ abilities }: ActionItem) => abilities)).toEqual([
      { edit: false, mark: false },
      { edit: false, mark: true },
    ]);
  });

  it('are due at the next meeting of the two, where one is planned', async () => {
    const two = await addPair(test, 'Omar Haddad', 'Tom Okafor');
    const series = await startSeries(two);
    const record = await oneOnOneIn(two, 'active');
    const next = Temporal.Instant.from(series.next?.startsAt ?? '').toZonedDateTimeISO('UTC');
    expect(await agree(two, record.id, 'By then')).toMatchObject({ dueOn: next.toPlainDate().toString() });
  });

  it('belong to one of the two', async () => {
    const record = await oneOnOneIn(pair, 'active');
    const stranger = await test.addPerson('Paul Weber');
    const url = `/api/one-on-ones/${record.id}/action-items`;
    const refused = await manager.post(url, { text: 'Not theirs', ownerId: stranger.id });
    expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'ownerId' })]);
    const item = await agree(pair, record.id, 'Theirs');
    const again = await manager.patch(`/api/action-items/${item.id}`, { ownerId: stranger.id, version: 1 });
    expect(again.status).toBe(422);
  });

  it('are reworded, given to the other and moved, each time from what was read', async () => {
    const record = await oneOnOneIn(pair, 'active');
    const items = [];
    for (const text of ['One', 'Two', 'Three']) items.push(await agree(pair, record.id, text));
    const url = `/api/action-items/${items[2].id}`;
    const body = { text: 'First', ownerId: manager.id, dueOn: today(3), position: 0, version: 1 };
    expect(expectStatus(200, await manager.patch(url, body))).toMatchObject({ text: 'First', version: 2 });
    expect(
      textsOf(expectStatus(200, await manager.get(`/api/one-on-ones/${record.id}/action-items`))),
    ).toEqual(['First', 'One', 'Two']);
    const stale = await manager.patch(url, { text: 'Other words', version: 1 });
    expect([stale.status, stale.body.code, stale.body.current.text]).toEqual([409, 'stale_version', 'First']);
    expectStatus(200, await manager.delete(`/api/action-items/${items[0].id}?state=active`));
    expect((await manager.delete(`/api/action-items/${items[0].id}`)).status).toBe(404);
  });

  it('count as a change of the record, and marks do not: an approval is of the words', async () => {
    const pending = await oneOnOneIn(pair, 'pending_approval', ({ id }) => agree(pair, id, 'Agreed'));
    const [item] = expectStatus(200, await employee.get(`/api/one-on-ones/${pending.id}/action-items`)).items;
    expectStatus(200, await employee.put(`/api/action-items/${item.id}/completion`));
    expectStatus(
      200,
      await employee.post(`/api/one-on-ones/${pending.id}/approval`, { version: pending.version }),
    );
    expectStatus(200, await manager.delete(`/api/action-items/${item.id}/completion`));
    expect((await manager.patch(`/api/action-items/${item.id}`, { text: 'Other', version: 1 })).status).toBe(
      409,
    );
  });

  it('are refused to an editor that saw another state', async () => {
    const record = await oneOnOneIn(pair, 'active');
    const url = `/api/one-on-ones/${record.id}/action-items`;
    expect((await manager.post(url, { text: 'Late', state: 'draft' })).body.code).toBe('wrong_state');
  });
});

describe('what became of it', async () => {
  const pair = await addPair(test, 'Omar Haddad', 'Tom Okafor');
  const { manager, employee } = pair;

  it('is marked done by its owner or the manager, with who and when, and once', async () => {
    const record = await oneOnOneIn(pair, 'approved', ({ id }) => agree(pair, id, 'Agreed'));
    const [{ id }] = expectStatus(
      200,
      await employee.get(`/api/one-on-ones/${record.id}/action-items`),
    ).items;
    const url = `/api/action-items/${id}/completion`;
    const done = expectStatus(200, await employee.put(url));
    expect(done).toMatchObject({ doneBy: { id: employee.id }, isOverdue: false, version: 1 });
    expect(expectStatus(200, await manager.put(url)).doneAt).toBe(done.doneAt);
    expect(expectStatus(200, await manager.delete(url))).toMatchObject({ doneAt: null, doneBy: null });
  });

  it('is dropped with a reason, and taken up again; done after all forgets the reason', async () => {
    const record = await oneOnOneIn(pair, 'active');
    const item = await agree(pair, record.id, 'Agreed');
    const url = `/api/action-items/${item.id}`;
    expect((await employee.put(`${url}/drop`, { reason: ' ' })).status).toBe(422);
    const dropped = expectStatus(200, await employee.put(`${url}/drop`, { reason: 'No budget this year' }));
    expect(dropped.dropped).toMatchObject({ by: { id: employee.id }, reason: 'No budget this year' });
    expect(expectStatus(200, await employee.delete(`${url}/drop`)).dropped).toBeNull();
    expectStatus(200, await manager.put(`${url}/drop`, { reason: 'Again' }));
    expect(expectStatus(200, await employee.put(`${url}/completion`))).toMatchObject({ dropped: null });
  });

  it('is marked by a former manager only where they own it', async () => {
    const former = await addPair(test, 'Former Manager', 'Another Employee');
    const record = await oneOnOneIn(former, 'approved', async ({ id }) => {
      await agree(former, id, 'Mine', { ownerId: former.manager.id });
      await agree(former, id, 'Theirs');
    });
    await asOwner(test.database.owner, async (db) => {
      await db.run(build.deleteFrom('team_manager').where('person_id', '=', former.manager.id));
    });
    const { items } = expectStatus(
      200,
      await former.manager.get(`/api/one-on-ones/${record.id}/action-items`),
    );
    const answers = [];
    for (const { id } of items)
      answers.push((await former.manager.put(`/api/action-items/${id}/completion`)).status);
    expect(answers).toEqual([200, 403]);
    expect(items.map(({ abilities }: ActionItem) => abilities.mark)).toEqual([true, false]);
  });
});

describe('across one-on-ones', async () => {
  const pair = await addPair(test, 'Nina Roth', 'Elif Kaya');
  const { manager, employee } = pair;
  const first = await oneOnOneIn(pair, 'approved', async ({ id }) => {
    await agree(pair, id, 'Late', { dueOn: today(-3) });
    await agree(pair, id, 'Done', { dueOn: today(1) });
    await agree(pair, id, 'For the manager', { ownerId: manager.id });
  });
  const second = await oneOnOneIn(pair, 'active', ({ id }) => agree(pair, id, 'Next', { dueOn: today(2) }));
  const draft = await oneOnOneIn(pair, 'draft', ({ id }) => agree(pair, id, 'Of a draft'));
  const [, done] = expectStatus(200, await manager.get(`/api/one-on-ones/${first.id}/action-items`)).items;
  expectStatus(200, await employee.put(`/api/action-items/${done.id}/completion`));

  it('lists what is mine by due date, page by page, and what is settled apart', async () => {
    const page = expectStatus(200, await employee.get('/api/action-items?limit=1'));
    expect(page.items[0]).toMatchObject({
      text: 'Late',
      isOverdue: true,
      oneOnOne: { id: first.id, title: first.title, other: { id: manager.id } },
    });
    const rest = expectStatus(200, await employee.get(`/api/action-items?limit=1&cursor=${page.nextCursor}`));
    expect([textsOf(rest), rest.nextCursor]).toEqual([['Next'], null]);
    expect(textsOf(expectStatus(200, await employee.get('/api/action-items?show=settled')))).toEqual([
      'Done',
    ]);
    expect(textsOf(expectStatus(200, await manager.get('/api/action-items')))).toEqual(['For the manager']);
    expect((await employee.get('/api/action-items?cursor=nonsense')).status).toBe(422);
  });

  it('lists those of the people I manage, from what I may read', async () => {
    const seen = expectStatus(200, await manager.get('/api/action-items?view=managed'));
    expect(textsOf(seen)).toEqual(['Late', 'Next']);
    expect(textsOf(expectStatus(200, await employee.get('/api/action-items?view=managed')))).toEqual([]);
    const other = await test.addPerson('Other Manager');
    await test.addTeam('Beside', [other], [employee]);
    expect(textsOf(expectStatus(200, await other.get('/api/action-items?view=managed')))).toEqual([]);
  });

  it('begins the next one-on-one with what is open and what became of the rest, for the pair alone', async () => {
    const url = `/api/one-on-ones/${draft.id}/follow-up`;
    const { open, settled } = expectStatus(200, await manager.get(url));
    expect(textsOf({ items: open })).toEqual(['Late', 'Next', 'For the manager']);
    expect(open[1].oneOnOne).toMatchObject({ id: second.id, heldOn: second.heldOn });
    expect(textsOf({ items: settled })).toEqual(['Done']);
    expectStatus(200, await manager.post(`/api/one-on-ones/${draft.id}/sharing`));
    const participant = await test.addPerson('Petra Vos');
    await addParticipant(manager, draft.id, participant);
    expect((await participant.get(url)).status).toBe(403);
    const before = expectStatus(200, await employee.get(`/api/one-on-ones/${first.id}/follow-up`));
    expect(before).toEqual({ open: [], settled: [] });
  });

  it('is overdue by the organisation’s date, from the day after', async () => {
    const one = await oneOnOneIn(pair, 'active');
    const item = await agree(pair, one.id, 'Today', { dueOn: today(0) });
    expect(item.isOverdue).toBe(false);
    test.clock.offset = day;
    const later = expectStatus(200, await manager.get(`/api/one-on-ones/${one.id}/action-items`));
    test.clock.offset = 0;
    expect(later.items[0].isOverdue).toBe(true);
  });
});
