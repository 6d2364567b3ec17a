import { beforeEach, describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, words } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { startSeries } from '../../../../test/support/series.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { addParticipant } from '../../../../test/support/participants.ts';
import type { Item, OneOnOne, Section } from '../../one-on-ones/contract.ts';
import { weekly } from '../../templates/domain/library/weekly.ts';

const test = await testApp();

describe('what a meeting brought into its record', () => {
  let pair: Pair;
  let seriesId: string;
  let record: OneOnOne;
  let at: string;

  const open = async (): Promise<OneOnOne> => expectStatus(200, await pair.manager.get(at));
  const sectionOf = (kind: Item['kind']) => {
    const section = record.sections.find(({ items }) => items.some((item) => item.kind === kind));
    return section as Section;
  };
  const itemOf = (kind: Item['kind']) => sectionOf(kind).items.find((item) => item.kind === kind) as Item;

  beforeEach(async () => {
    pair = await addPair(test);
    seriesId = (await startSeries(pair, { templateId: weekly.id })).id;
    const url = `/api/series/${seriesId}`;
    const point = { kind: 'win', body: words('Two quiet hours').text, shared: true };
    expectStatus(201, await pair.employee.post(`${url}/talking-points`, point));
    const { asked } = expectStatus(200, await pair.employee.get(`${url}/preparation`));
    const update = { wentWell: words('Nordlys is signed').text };
    const answers = { [asked[0].itemId]: { value: 4 } };
    expectStatus(200, await pair.employee.put(`${url}/preparation`, { update, answers, version: 0 }));
    expectStatus(200, await pair.employee.post(`${url}/preparation/sending`, { version: 1 }));
    const { oneOnOneId } = expectStatus(201, await pair.manager.post(`${url}/start`, {}));
    at = `/api/one-on-ones/${oneOnOneId}`;
    record = await open();
  });

  it('holds no target: what is answered before the meeting agrees on none', async () => {
    const url = `/api/series/${seriesId}`;
    const { asked, version } = expectStatus(200, await pair.employee.get(`${url}/preparation`));
    const answers = { [asked[0].itemId]: { value: 4, target: { value: 1, from: '2026-12-01' } } };
    expectStatus(422, await pair.employee.put(`${url}/preparation`, { update: {}, answers, version }));
  });

  it('is neither reworded nor removed, alone or with its section', async () => {
    for (const kind of ['agenda', 'update', 'mood'] as const) {
      const { id } = itemOf(kind);
      const reworded = expectStatus(409, await pair.manager.patch(`${at}/items/${id}`, { prompt: 'Other' }));
      expect(reworded.detail).toContain('brought');
      expectStatus(409, await pair.manager.delete(`${at}/items/${id}`));
      expectStatus(409, await pair.manager.delete(`${at}/sections/${sectionOf(kind).id}`));
    }
    expect((await open()).sections).toEqual(record.sections);
  });

  it('can be moved, and what was not brought stays the manager’s to change', async () => {
    const { id } = itemOf('agenda');
    const sectionId = sectionOf('note').id;
    expectStatus(200, await pair.manager.patch(`${at}/items/${id}`, { sectionId, position: 0 }));
    const note = itemOf('note');
    expectStatus(
      200,
      await pair.manager.patch(`${at}/items/${note.id}`, { prompt: 'What we decided today' }),
    );
    expectStatus(200, await pair.manager.delete(`${at}/items/${note.id}`));
  });

  it('is ticked without losing a note that is being written', async () => {
    const { id, version } = itemOf('agenda');
    const ticked = expectStatus(200, await pair.manager.put(`${at}/items/${id}/tick?state=draft`));
    expect(ticked).toMatchObject({ done: true, version: version + 1, oneOnOne: { state: 'draft' } });
    const stale = { answer: words('From Monday'), version };
    const { current } = expectStatus(409, await pair.manager.put(`${at}/items/${id}/answer`, stale));
    expect(current).toMatchObject({ version: version + 1, answer: { done: true } });
    const fresh = { ...stale, version: version + 1 };
    expect(expectStatus(200, await pair.manager.put(`${at}/items/${id}/answer`, fresh)).answer).toMatchObject(
      {
        done: true,
      },
    );
  });

  it('is not ticked late in a record that has gone on', async () => {
    const { id } = itemOf('agenda');
    expectStatus(200, await pair.manager.post(`${at}/approval-request`));
    expectStatus(409, await pair.manager.put(`${at}/items/${id}/tick?state=draft`));
    expect((await open()).state).toBe('pending_approval');
  });

  it('shows the two when they met, and nobody else', async () => {
    const { meeting } = expectStatus(200, await pair.manager.get(`${at}/meeting`));
    expect(meeting).toMatchObject({ seriesId, minutes: 30, endedAt: null });
    expectStatus(404, await pair.employee.get(`${at}/meeting`));
    expectStatus(200, await pair.manager.post(`${at}/sharing`));
    expect(expectStatus(200, await pair.employee.get(`${at}/meeting`)).meeting).toEqual(meeting);
    const reader = await test.addPerson('Petra Vos');
    await addParticipant(pair.manager, record.id, reader);
    expectStatus(403, await reader.get(`${at}/meeting`));
  });
});
