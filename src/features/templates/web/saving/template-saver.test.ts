import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../../shared/problems.ts';
import type { Template } from '../../contract.ts';
import { weekly } from '../../domain/library/weekly.ts';
import type { KeptTemplate, Shelf } from './kept-template.ts';
import { createTemplateSaver, documentOf } from './template-saver.ts';
import type { TemplateSaver } from './template-saver.ts';

const template: Template = {
  ...weekly,
  shared: false,
  version: 1,
  owner: { id: '01900000-0000-7000-8000-000000000001', name: 'Maya' },
  updatedAt: '2026-11-24T10:00:00.000Z',
  abilities: { edit: true, delete: true, duplicate: true },
};

/** A server that keeps one template, answers after 100 ms, and can be out of reach. */
function fakeServer() {
  let stored = template;
  const server = {
    isReachable: true,
    losesAnswers: false,
    refuses: false,
    requests: [] as { title: string; version: number }[],
    stored: () => stored,
    store: (title: string) => {
      stored = { ...stored, title, version: stored.version + 1 };
    },
    send: async (save: Parameters<Parameters<typeof createTemplateSaver>[0]['send']>[0]) => {
      server.requests.push({ title: save.title, version: save.version });
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (!server.isReachable) throw new Error('Offline');
      if (server.refuses) {
        throw problem('invalid', { errors: [{ path: 'title', message: 'Too long.' }] });
      }
      if (save.version !== stored.version) throw problem('stale_version', { current: stored });
      stored = { ...stored, ...save, version: save.version + 1 };
      if (server.losesAnswers) throw new Error('Offline');
      return stored;
    },
  };
  return server;
}

function fakeShelf(kept: KeptTemplate | null = null): Shelf & { value: () => KeptTemplate | null } {
  let value = kept;
  return {
    kept: () => value,
    keep: (next) => {
      value = structuredClone(next);
    },
    forget: () => {
      value = null;
    },
    value: () => value,
  };
}

let server: ReturnType<typeof fakeServer>;
let shelf: ReturnType<typeof fakeShelf>;
let saver: TemplateSaver;

const open = (kept: KeptTemplate | null = null) => {
  shelf = fakeShelf(kept);
  saver = createTemplateSaver({
    template: server.stored(),
    shelf,
    send: server.send,
    onSaved: () => undefined,
  });
};
const type = (title: string) => saver.change((document) => ({ ...document, title }));
const titled = (title: string) => ({ ...documentOf(template), title });

beforeEach(() => {
  vi.useFakeTimers();
  server = fakeServer();
  open();
});
afterEach(() => vi.useRealTimers());

describe('autosave of a template', () => {
  it('saves once, after a pause', async () => {
    type('W');
    type('We');
    await vi.advanceTimersByTimeAsync(500);
    type('Wee');
    expect(shelf.value()?.document.title).toBe('Wee');
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.requests).toEqual([{ title: 'Wee', version: 1 }]);
    expect(saver.draft().saving.is).toBe('saved');
    expect(shelf.value()).toBeNull();
  });

  it('does not wait for a pause for ever', async () => {
    for (let at = 0; at < 30; at += 1) {
      type(`Title ${at}`);
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(server.requests.length).toBeGreaterThanOrEqual(2);
  });

  it('sends one request at a time, each based on the one before', async () => {
    type('One');
    await vi.advanceTimersByTimeAsync(950);
    type('Two');
    await vi.advanceTimersByTimeAsync(3000);
    expect(server.requests).toEqual([
      { title: 'One', version: 1 },
      { title: 'Two', version: 2 },
    ]);
  });

  it('sends nothing where nothing that could be saved has changed', async () => {
    type('Other');
    type(template.title);
    await vi.advanceTimersByTimeAsync(5000);
    expect(server.requests).toEqual([]);
    expect(shelf.value()).toBeNull();
  });

  it('keeps what is typed without a network, says so, and sends it later', async () => {
    server.isReachable = false;
    type('Offline');
    await vi.advanceTimersByTimeAsync(1100);
    expect(saver.draft().saving).toEqual({ is: 'offline' });
    expect(shelf.value()).toEqual({ version: 1, document: titled('Offline') });
    server.isReachable = true;
    await vi.advanceTimersByTimeAsync(5200);
    expect(server.stored().title).toBe('Offline');
    expect(shelf.value()).toBeNull();
  });

  it('says why something was refused, and tries again with the next change', async () => {
    server.refuses = true;
    type('Long');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(saver.draft().saving).toEqual({ is: 'failed', why: 'Too long.' });
    expect(server.requests.length).toBe(1);
    server.refuses = false;
    type('Short');
    await vi.advanceTimersByTimeAsync(1100);
    expect(server.stored().title).toBe('Short');
  });

  it('sends what is waiting when the page goes out of sight', async () => {
    type('Last words');
    saver.hide();
    await vi.advanceTimersByTimeAsync(110);
    expect(server.stored().title).toBe('Last words');
  });

  it('sends the last words also while a request is under way, without waiting for its answer', async () => {
    type('One');
    await vi.advanceTimersByTimeAsync(950);
    type('Last words');
    saver.hide();
    expect(server.requests.at(-1)).toEqual({ title: 'Last words', version: 2 });
    await vi.advanceTimersByTimeAsync(3000);
    expect(server.stored().title).toBe('Last words');
    expect(saver.draft()).toMatchObject({ conflict: null, saving: { is: 'saved' } });
  });

  it('takes its own save whose answer got lost for no conflict', async () => {
    server.losesAnswers = true;
    type('Arrived');
    await vi.advanceTimersByTimeAsync(1100);
    server.losesAnswers = false;
    await vi.advanceTimersByTimeAsync(5200);
    expect(saver.draft()).toMatchObject({ conflict: null, saving: { is: 'saved' } });
    type('Next');
    const flushed = saver.flush();
    await vi.advanceTimersByTimeAsync(200);
    expect(await flushed).toBe(true);
    expect(server.stored().title).toBe('Next');
  });
});

describe('a template that was saved in another window', () => {
  beforeEach(async () => {
    server.store('Theirs');
    type('Mine');
    await vi.advanceTimersByTimeAsync(1100);
  });

  it('is shown beside mine, and nothing more is sent', async () => {
    expect(saver.draft()).toMatchObject({ document: { title: 'Mine' }, conflict: { title: 'Theirs' } });
    type('Mine, more');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.requests.length).toBe(1);
    expect(shelf.value()?.document.title).toBe('Mine, more');
  });

  it('gives way to mine, when I choose mine', async () => {
    saver.resolve('mine');
    await vi.advanceTimersByTimeAsync(200);
    expect(server.stored().title).toBe('Mine');
    expect(saver.draft()).toMatchObject({ conflict: null, saving: { is: 'saved' } });
  });

  it('takes the place of mine, when I choose it, and mine can come back', async () => {
    const mine = saver.draft().document;
    saver.resolve('theirs');
    expect(saver.draft()).toMatchObject({ document: { title: 'Theirs' }, conflict: null });
    expect(shelf.value()).toBeNull();
    saver.change(() => mine);
    await vi.advanceTimersByTimeAsync(1100);
    expect(server.stored().title).toBe('Mine');
  });
});

describe('opening a template again', () => {
  it('goes on with what this device has kept', async () => {
    open({ version: 1, document: titled('Kept') });
    expect(saver.draft().document.title).toBe('Kept');
    await vi.advanceTimersByTimeAsync(200);
    expect(server.stored().title).toBe('Kept');
  });

  it('shows both, where the server has gone on since', () => {
    server.store('Theirs');
    open({ version: 1, document: titled('Kept') });
    expect(saver.draft()).toMatchObject({ document: { title: 'Kept' }, conflict: { title: 'Theirs' } });
  });

  it('forgets what has arrived after all', () => {
    server.store('Kept');
    open({ version: 1, document: titled('Kept') });
    expect(saver.draft().conflict).toBeNull();
    expect(shelf.value()).toBeNull();
  });
});
