import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addParticipant, removeParticipant } from '../../../../test/support/participants.ts';
import { addPair, oneOnOneIn, words } from '../../../../test/support/pair.ts';
import { listenerOf, settled } from '../../../../test/support/live.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';

const test = await testApp();
const listen = await listenerOf(test);
const pair = await addPair(test);

const live = (id: string) => `/api/one-on-ones/${id}/live`;

describe('an open one-on-one', () => {
  it('hears within a second what the other does, in ids and versions alone', async () => {
    const record = await oneOnOneIn(pair, 'active');
    const eli = await listen(pair.employee, live(record.id));
    await settled();
    const began = performance.now();
    const item = record.sections[0]?.items[1];
    await pair.manager.put(`/api/one-on-ones/${record.id}/items/${item?.id}/answer`, {
      answer: words('Murmelfax'),
      version: 0,
    });
    await eli.until(() => eli.heard.some((event) => event.is === 'changed' && event.version !== undefined));
    expect(performance.now() - began).toBeLessThan(1000);
    expect(eli.heard.at(-1)).toEqual({ is: 'changed', what: ['one-on-one'], version: record.version + 1 });
    expect(eli.raw()).not.toContain('Murmelfax');
    await eli.stop();
  });

  it('tells a reader who is removed that it is gone, and nothing of what happens afterwards', async () => {
    const reader = await test.addPerson('Petra Vos');
    const record = await oneOnOneIn(pair, 'active', async ({ id }) =>
      addParticipant(pair.manager, id, reader),
    );
    const petra = await listen(reader, live(record.id));
    await settled();
    await removeParticipant(pair.manager, record.id, reader);
    await petra.until(() => petra.heard.some(({ is }) => is === 'gone'));
    const before = petra.raw();
    await pair.manager.patch(`/api/one-on-ones/${record.id}`, { title: 'New', version: record.version + 1 });
    await settled();
    expect(petra.raw()).toBe(before);
    expect((await listen(reader, live(record.id))).status).toBe(404);
    await petra.stop();
  });

  it('tells a participant nothing of comments, which are between the two', async () => {
    const reader = await test.addPerson('Priya Vos');
    const record = await oneOnOneIn(pair, 'active', async ({ id }) =>
      addParticipant(pair.manager, id, reader),
    );
    const priya = await listen(reader, live(record.id));
    const eli = await listen(pair.employee, live(record.id));
    await settled();
    const itemId = record.sections[0]?.items[1]?.id;
    const text = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hm' }] }] };
    expect((await pair.manager.post(`/api/one-on-ones/${record.id}/comments`, { itemId, text })).status).toBe(
      201,
    );
    await eli.until(() =>
      eli.heard.some((event) => event.is === 'changed' && event.what.includes('comment')),
    );
    await settled();
    expect(priya.raw()).not.toContain('comment');
    await Promise.all([priya.stop(), eli.stop()]);
  });

  it('says nothing to somebody else, nor of another record', async () => {
    const one = await oneOnOneIn(pair, 'active');
    const other = await oneOnOneIn(pair, 'active');
    const eli = await listen(pair.employee, live(one.id));
    await settled();
    await pair.manager.patch(`/api/one-on-ones/${other.id}`, { title: 'New', version: other.version });
    await settled();
    expect(eli.heard.filter(({ is }) => is === 'changed')).toEqual([]);
    await eli.stop();
  });

  it('ends when its session does', async () => {
    const record = await oneOnOneIn(pair, 'active');
    const guest = await addPair(test, 'Signing Out', 'Her Employee');
    const own = await oneOnOneIn(guest, 'active');
    expect((await listen(guest.manager, live(record.id))).status).toBe(404);
    const stream = await listen(guest.manager, live(own.id));
    await settled();
    await guest.manager.delete('/api/session');
    await asOwner(test.database.owner, (db) =>
      db.run(sql`update one_on_one set version = version + 1, title = 'Murmelfax' where id = ${own.id}`),
    );
    await stream.until(() => stream.state.ended);
    expect(stream.heard.filter((event) => event.is === 'changed' && event.version !== undefined)).toEqual([]);
  });
});

describe('my inbox', () => {
  it('calls when a notice for me is written, and not when it is for another', async () => {
    const maya = await listen(pair.manager, '/api/live');
    const eli = await listen(pair.employee, '/api/live');
    await settled();
    const record = await oneOnOneIn(pair, 'draft');
    await pair.manager.post(`/api/one-on-ones/${record.id}/sharing`);
    await eli.until(() => eli.heard.some(({ is }) => is === 'inbox'));
    await settled();
    expect(maya.heard.map(({ is }) => is)).toEqual(['ready']);
    await Promise.all([maya.stop(), eli.stop()]);
  });
});
