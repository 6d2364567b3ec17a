import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../../shared/problems.ts';
import type { State } from '../../domain/states.ts';
import { fakeServer, ids, itemId, recordOf, words, type Server } from './fake-answer-server.ts';
import { createRecordSaver, type RecordSaver } from './record-saver.ts';
import { savingOf } from './saving-of.ts';

function openPage(server: Server): RecordSaver {
  return createRecordSaver({
    personId: ids.me,
    record: recordOf(server),
    onAnswered: () => {},
    onOutdated: () => {},
  });
}

function typeInto(page: RecordSaver, text: string, state: State, whole = false): void {
  page.dispatch(itemId, { type: 'typed', answer: words(text), state, whole });
}

const standingOf = (page: RecordSaver) => page.draftOf(itemId)?.standing.is;
const shownBy = (page: RecordSaver) => savingOf(page.drafts(), '2026-11-24T10:00:00.000Z').is;
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

describe('in a draft', () => {
  it('saves after a pause, once for many keystrokes', async () => {
    const server = fakeServer({ text: null, state: 'draft' });
    const page = openPage(server);
    for (const text of ['T', 'Ti', 'Tired']) {
      typeInto(page, text, 'draft');
      await pass(300);
    }
    expect(server.requests).toHaveLength(0);
    expect(device.size).toBe(1);
    await pass(800);
    expect(server.requests).toHaveLength(1);
    expect(server.answer).toEqual(words('Tired'));
    expect(standingOf(page)).toBe('saved');
    expect(device.size).toBe(0);
  });

  it('goes on with what was typed while a save was under way', async () => {
    const server = fakeServer({ text: null, state: 'draft' });
    const page = openPage(server);
    let release = () => {};
    server.hold = new Promise((resolve) => (release = resolve));
    typeInto(page, 'one', 'draft');
    await pass(800);
    typeInto(page, 'one two', 'draft');
    await pass(5000);
    expect(server.requests).toHaveLength(1);
    server.hold = null;
    release();
    await pass(800);
    expect(server.answer).toEqual(words('one two'));
    expect(standingOf(page)).toBe('saved');
  });

  it('asks the server for nothing where the words are the same again', async () => {
    const server = fakeServer({ text: 'as it was', state: 'draft' });
    const page = openPage(server);
    typeInto(page, 'as it was, and', 'draft');
    typeInto(page, 'as it was', 'draft');
    await pass(5000);
    expect(server.requests).toHaveLength(0);
    expect(device.size).toBe(0);
  });

  it.each([
    ['hidden', false],
    ['closed', true],
  ])('is sent at once, outliving the page, when the page is %s', async (_how, forGood) => {
    const server = fakeServer({ text: null, state: 'draft' });
    const page = openPage(server);
    typeInto(page, 'last words', 'draft');
    page.hide(forGood);
    expect(server.requests).toEqual([{ answer: words('last words'), keepalive: true }]);
    await pass(0);
    expect(standingOf(page)).toBe('saved');
  });

  it('sends what is too long to outlive the page without asking for it', async () => {
    const server = fakeServer({ text: null, state: 'draft' });
    const page = openPage(server);
    typeInto(page, 'é'.repeat(40_000), 'draft');
    page.hide(true);
    expect(server.requests[0]?.keepalive).toBe(false);
  });
});

describe.each(['active', 'pending_approval'] as const)('once it is shared (%s)', (state) => {
  it('keeps a sentence on the device until one leaves the item', async () => {
    const server = fakeServer({ text: null, state });
    const page = openPage(server);
    typeInto(page, 'Half a sen', state);
    await pass(60_000);
    page.hide(false);
    expect(server.requests).toHaveLength(0);
    expect(shownBy(page)).toBe('kept');
    expect(device.size).toBe(1);
    page.dispatch(itemId, { type: 'left' });
    await pass(0);
    expect(server.answer).toEqual(words('Half a sen'));
    expect(server.state).toBe('active');
    expect(shownBy(page)).toBe('saved');
  });

  it('publishes a choice that is complete in itself, and what is left by closing the page', async () => {
    const server = fakeServer({ text: null, state });
    const page = openPage(server);
    typeInto(page, 'a choice', state, true);
    await pass(800);
    expect(server.requests).toHaveLength(1);
    typeInto(page, 'and words', 'active');
    page.hide(true);
    await pass(0);
    expect(server.answer).toEqual(words('and words'));
  });

  it('publishes what was typed after leaving, too, when one left during a save', async () => {
    const server = fakeServer({ text: null, state });
    const page = openPage(server);
    typeInto(page, 'one', state);
    page.dispatch(itemId, { type: 'left' });
    typeInto(page, 'one two', state);
    page.dispatch(itemId, { type: 'left' });
    await pass(0);
    expect(server.answer).toEqual(words('one two'));
  });
});

describe('without a connection', () => {
  it.each(['offline', 'unavailable'] as const)(
    'keeps the words, says so, and tries again: %s',
    async (how) => {
      const server = fakeServer({ text: null, state: 'draft' });
      const page = openPage(server);
      if (how === 'offline') server.isReachable = false;
      else server.refusal = problem('unavailable');
      typeInto(page, 'in a tunnel', 'draft');
      await pass(800);
      expect(shownBy(page)).toBe('offline');
      expect(device.size).toBe(1);
      // After 1, 2, 4 … seconds, at most every 30.
      await pass(7000);
      expect(server.requests).toHaveLength(4);
      await pass(120_000);
      expect(server.requests.length).toBeLessThan(12);
      server.isReachable = true;
      server.refusal = null;
      typeInto(page, 'in a tunnel, and out', 'draft');
      await pass(30_000);
      expect(server.answer).toEqual(words('in a tunnel, and out'));
      expect(device.size).toBe(0);
    },
  );

  it('sends at once when the network is back', async () => {
    const server = fakeServer({ text: null, state: 'draft' });
    const page = openPage(server);
    server.isReachable = false;
    typeInto(page, 'in a tunnel', 'draft');
    await pass(60_000);
    server.isReachable = true;
    page.online();
    await pass(0);
    expect(standingOf(page)).toBe('saved');
  });

  it('does not send for approval what it could not save', async () => {
    const server = fakeServer({ text: null, state: 'active' });
    const page = openPage(server);
    server.isReachable = false;
    typeInto(page, 'in a tunnel', 'active');
    await expect(page.settle()).resolves.toBe(false);
    server.isReachable = true;
    await expect(page.settle()).resolves.toBe(true);
    expect(server.answer).toEqual(words('in a tunnel'));
  });
});

describe('after a crash', () => {
  async function crashedPage(state: State, text = 'unsaved words'): Promise<Server> {
    const server = fakeServer({ text: 'before', state });
    const page = openPage(server);
    typeInto(page, text, state);
    page.stop();
    return server;
  }

  it('finds the words again and saves them in a draft', async () => {
    const server = await crashedPage('draft');
    const page = openPage(server);
    expect(page.draftOf(itemId)?.typed).toEqual(words('unsaved words'));
    await pass(10);
    expect(server.answer).toEqual(words('unsaved words'));
  });

  it('finds them in a shared record and publishes them when told to', async () => {
    const server = await crashedPage('active');
    const page = openPage(server);
    await pass(60_000);
    page.hide(true);
    expect(standingOf(page)).toBe('restored');
    expect(server.requests).toHaveLength(0);
    page.dispatch(itemId, { type: 'published' });
    await pass(0);
    expect(server.answer).toEqual(words('unsaved words'));
  });

  it('shows both where the answer has changed since', async () => {
    const server = await crashedPage('draft');
    Object.assign(server, { answer: words('from my phone'), version: 2 });
    const page = openPage(server);
    expect(standingOf(page)).toBe('conflict');
    expect(device.size).toBe(1);
  });

  it('asks where the record has moved on since', async () => {
    const server = await crashedPage('active');
    server.state = 'approved';
    const page = openPage(server);
    expect(page.draftOf(itemId)?.standing).toEqual({ is: 'moved', to: 'approved' });
    page.dispatch(itemId, { type: 'discarded' });
    expect(page.draftOf(itemId)?.typed).toEqual(words('before'));
    expect(device.size).toBe(0);
  });

  it('forgets what arrived before the page went away', async () => {
    const server = await crashedPage('draft');
    Object.assign(server, { answer: words('unsaved words'), version: 2 });
    expect(standingOf(openPage(server))).toBe('saved');
    expect(device.size).toBe(0);
  });
});

describe('two versions of an answer', () => {
  async function conflict(): Promise<{ server: Server; page: RecordSaver }> {
    const server = fakeServer({ text: 'before', state: 'draft' });
    const page = openPage(server);
    Object.assign(server, { answer: words('theirs'), version: 5 });
    typeInto(page, 'mine', 'draft');
    await pass(800);
    return { server, page };
  }

  it('are both kept and shown', async () => {
    const { page, server } = await conflict();
    expect(page.draftOf(itemId)).toMatchObject({
      typed: words('mine'),
      standing: { is: 'conflict', theirs: { answer: words('theirs') } },
    });
    expect(device.size).toBe(1);
    await pass(60_000);
    expect(server.answer).toEqual(words('theirs'));
  });

  it.each([
    ['mine', words('mine')],
    ['theirs', words('theirs')],
    ['both', words('theirs\nmine')],
  ] as const)('one chooses: %s', async (keep, outcome) => {
    const { page, server } = await conflict();
    page.dispatch(itemId, { type: 'chosen', keep });
    await pass(0);
    expect(server.answer).toEqual(outcome);
    expect(page.draftOf(itemId)?.typed).toEqual(outcome);
    expect(standingOf(page)).toBe('saved');
    expect(device.size).toBe(0);
  });

  it('are none where a save arrived and only its acknowledgement was lost', async () => {
    const server = fakeServer({ text: null, state: 'draft' });
    const page = openPage(server);
    server.isReachable = false;
    typeInto(page, 'mine', 'draft');
    await pass(800);
    Object.assign(server, { answer: words('mine'), version: 1, isReachable: true });
    await pass(1000);
    expect(standingOf(page)).toBe('saved');
  });

  it('are none where nothing was typed here: the newer answer is shown', () => {
    const server = fakeServer({ text: 'before', state: 'draft' });
    const page = openPage(server);
    Object.assign(server, { answer: words('newer'), version: 2 });
    page.adopt(recordOf(server));
    expect(page.draftOf(itemId)?.typed).toEqual(words('newer'));
  });
});

describe('when the record is in another state by now', () => {
  it.each([
    ['draft', 'active'],
    ['active', 'pending_approval'],
    ['active', 'approved'],
    ['pending_approval', 'approved'],
  ] as const)('keeps what was typed into %s and asks, now that it is %s', async (seen, to) => {
    const server = fakeServer({ text: 'before', state: seen });
    const page = openPage(server);
    server.state = to;
    typeInto(page, 'late words', seen);
    page.dispatch(itemId, { type: 'left' });
    await pass(60_000);
    expect(page.draftOf(itemId)).toMatchObject({ typed: words('late words'), standing: { is: 'moved', to } });
    expect(server.answer).toEqual(words('before'));
    expect(device.size).toBe(1);
    await expect(page.settle()).resolves.toBe(false);
  });

  it('publishes after all, when told to', async () => {
    const server = fakeServer({ text: 'before', state: 'active' });
    const page = openPage(server);
    server.state = 'pending_approval';
    typeInto(page, 'late words', 'active');
    page.dispatch(itemId, { type: 'left' });
    await pass(0);
    page.dispatch(itemId, { type: 'published' });
    await pass(0);
    expect(server.answer).toEqual(words('late words'));
    expect(server.state).toBe('active');
  });

  it('does not ask twice where one agreed that it goes back to active', async () => {
    const server = fakeServer({ text: 'before', state: 'pending_approval' });
    const page = openPage(server);
    typeInto(page, 'agreed', 'pending_approval');
    server.state = 'active';
    page.dispatch(itemId, { type: 'left' });
    await pass(0);
    expect(server.answer).toEqual(words('agreed'));
  });
});

it('says why where the server refuses an answer, and keeps it', async () => {
  const server = fakeServer({ text: null, state: 'draft' });
  const page = openPage(server);
  server.refusal = problem('invalid', { errors: [{ path: 'answer.text', message: 'Longer than 256 KiB.' }] });
  typeInto(page, 'too long', 'draft');
  await pass(60_000);
  expect(savingOf(page.drafts(), new Date())).toEqual({ is: 'failed', why: 'Longer than 256 KiB.' });
  expect(server.requests).toHaveLength(1);
  expect(device.size).toBe(1);
});
