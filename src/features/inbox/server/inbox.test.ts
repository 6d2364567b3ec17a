import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { Notice } from '../contract.ts';

const test = await testApp();

const kindsOf = ({ items }: { items: Notice[] }) => items.map(({ kind }) => kind.replace('one-on-one.', ''));
const unreadOf = async (person: { get: (url: string) => Promise<{ body: { unreadNotices: number } }> }) =>
  (await person.get('/api/me')).body.unreadNotices;

describe('the inbox', async () => {
  const pair = await addPair(test);
  const { manager, employee } = pair;
  const approved = await oneOnOneIn(pair, 'approved');

  it('says what happened and who did it, newest first, to whom it concerns', async () => {
    const mine = expectStatus(200, await employee.get('/api/notices'));
    expect(kindsOf(mine)).toEqual(['approval-requested', 'shared']);
    expect(mine.items[0]).toEqual({
      id: expect.any(String),
      kind: 'one-on-one.approval-requested',
      actor: { id: manager.id, name: manager.name },
      oneOnOneId: approved.id,
      at: expect.any(String),
      seriesId: null,
      person: null,
      hits: 0,
      readAt: null,
    });
    expect(kindsOf(expectStatus(200, await manager.get('/api/notices')))).toEqual(['approved']);
    const first = expectStatus(200, await employee.get('/api/notices?limit=1'));
    const rest = expectStatus(200, await employee.get(`/api/notices?limit=1&cursor=${first.nextCursor}`));
    expect([kindsOf(first), kindsOf(rest), rest.nextCursor]).toEqual([
      ['approval-requested'],
      ['shared'],
      null,
    ]);
  });

  it('counts what is unread, and one marks a notice read, unread, or all of them', async () => {
    expect(await unreadOf(employee)).toBe(2);
    const [newest] = expectStatus(200, await employee.get('/api/notices')).items;
    const url = `/api/notices/${newest.id}/reading`;
    const read = expectStatus(200, await employee.put(url));
    expect(expectStatus(200, await employee.put(url)).readAt).toBe(read.readAt);
    expect(await unreadOf(employee)).toBe(1);
    expect(kindsOf(expectStatus(200, await employee.get('/api/notices?unread=only')))).toEqual(['shared']);
    expect(expectStatus(200, await employee.delete(url)).readAt).toBeNull();
    expectStatus(204, await employee.put('/api/notices/reading', {}));
    expect([await unreadOf(employee), await unreadOf(manager)]).toEqual([0, 1]);
  });

  it('is read by opening what it tells of: that record’s notices alone', async () => {
    const other = await oneOnOneIn(pair, 'active');
    await oneOnOneIn(pair, 'active');
    expectStatus(204, await employee.put('/api/notices/reading', { oneOnOneId: other.id }));
    expect(await unreadOf(employee)).toBe(1);
    expectStatus(204, await employee.put('/api/notices/reading', {}));
  });

  it('is nobody else’s', async () => {
    const [notice] = expectStatus(200, await employee.get('/api/notices')).items;
    for (const person of [manager, await test.addPerson('Ada Lind', { admin: true })]) {
      expect((await person.put(`/api/notices/${notice.id}/reading`)).status).toBe(404);
    }
  });

  it('leads to nothing that is gone', async () => {
    const record = await oneOnOneIn(pair, 'active');
    expectStatus(204, await manager.delete(`/api/one-on-ones/${record.id}`));
    const { items } = expectStatus(200, await employee.get('/api/notices?limit=2'));
    expect(items.map(({ kind, oneOnOneId }: Notice) => [kind, oneOnOneId])).toEqual([
      ['one-on-one.deleted', null],
      ['one-on-one.shared', null],
    ]);
  });

  it('keeps an invitation out: it is a mail alone', async () => {
    const admin = await test.addPerson('Eva Lind', { admin: true });
    const guest = await test.addPerson('New Guest', { email: 'guest@example.org' });
    expectStatus(201, await admin.post(`/api/people/${guest.id}/invitation`));
    expect(expectStatus(200, await guest.get('/api/notices')).items).toEqual([]);
    expect(await unreadOf(guest)).toBe(0);
  });
});
