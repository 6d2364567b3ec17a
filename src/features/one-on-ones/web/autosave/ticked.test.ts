import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeServer, ids, itemId, recordOf, words, type Server } from './fake-answer-server.ts';
import { createRecordSaver, type RecordSaver } from './record-saver.ts';
import { withAnswer } from './use-record-saver.ts';

function tick(server: Server): void {
  // As the server has it: with the tick beside the words.
  server.answer = Object.assign({ ...server.answer }, { done: true });
  server.version += 1;
}

function openPage(server: Server): RecordSaver {
  const record = recordOf(server);
  return createRecordSaver({ personId: ids.me, record, onAnswered: () => {}, onOutdated: () => {} });
}
const standingOf = (page: RecordSaver) => page.draftOf(itemId)?.standing.is;
const pass = async (ms: number) => vi.advanceTimersByTimeAsync(ms);

let device: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  device = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => device.get(name) ?? null,
    setItem: (name: string, value: string) => device.set(name, value),
    removeItem: (name: string) => device.delete(name),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('saves a note that was begun before the item was ticked', async () => {
  const server = fakeServer({ text: null, state: 'draft' });
  const page = openPage(server);
  page.dispatch(itemId, { type: 'typed', answer: words('From Monday'), state: 'draft' });
  tick(server);
  await pass(2000);
  expect(standingOf(page)).toBe('saved');
  expect(server.answer).toEqual(words('From Monday'));
});

it('finds a kept note again after a tick and a reload, as its words and not as a second version', async () => {
  const server = fakeServer({ text: 'before', state: 'active' });
  const page = openPage(server);
  page.dispatch(itemId, { type: 'typed', answer: words('before, and after'), state: 'active' });
  tick(server);
  page.adopt(recordOf(server));
  page.stop();
  expect(standingOf(openPage(server))).toBe('restored');
});

it('takes a tick for nothing that was written', async () => {
  const server = fakeServer({ text: 'as it was', state: 'draft' });
  const page = openPage(server);
  tick(server);
  page.adopt(recordOf(server));
  expect(page.draftOf(itemId)?.typed).toEqual(words('as it was'));
  page.dispatch(itemId, { type: 'typed', answer: words('as it was'), state: 'draft' });
  await pass(2000);
  expect(server.requests).toHaveLength(0);
});

it('still shows both where somebody else wrote meanwhile', async () => {
  const server = fakeServer({ text: 'before', state: 'draft' });
  const page = openPage(server);
  page.dispatch(itemId, { type: 'typed', answer: words('mine'), state: 'draft' });
  server.answer = words('theirs');
  tick(server);
  await pass(2000);
  expect(standingOf(page)).toBe('conflict');
});

it('keeps the tick where the answer to an earlier note comes after it', () => {
  const server = fakeServer({ text: null, state: 'draft' });
  tick(server);
  tick(server);
  const record = recordOf(server);
  const [item] = record.sections[0]?.items ?? [];
  if (item === undefined) throw new Error('The record has an item.');
  const { id, state, version, yourTurn, abilities } = record;
  const late = { ...item, answer: words('From Monday'), version: 1 };
  const merged = withAnswer(record, { ...late, oneOnOne: { id, state, version, yourTurn, abilities } });
  expect(merged.sections[0]?.items[0]).toMatchObject({
    version: 2,
    answer: { ...words('From Monday'), done: true },
  });
});
