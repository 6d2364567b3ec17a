import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../../shared/problems.ts';
import type { Answer } from '../../one-on-ones/contract.ts';
import { createWordsSaver, type Kept } from '../../../web/shell/words-saver.ts';
import { isSameAnswer, whySent, type StoredWords, type Words } from './words-of.ts';

type KeptWords = Kept<Words, StoredWords>;

const said = (text: string): Answer => ({
  text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});
const stored = (version: number, words: Words = {}, isSent = false): StoredWords => ({
  version,
  words,
  isSent,
});

/** A server that keeps the last words, and a device. */
function open(start: StoredWords, kept: KeptWords | null = null) {
  const server = { now: start, isAway: false, sent: 0 };
  const device: { kept: KeptWords | null } = { kept };
  const saver = createWordsSaver<Words, StoredWords>({
    stored: start,
    kept,
    keep: (words) => (device.kept = words),
    forget: () => (device.kept = null),
    send: async (words, version) => {
      await Promise.resolve();
      if (server.isAway) throw new Error('no connection');
      if (server.now.isSent) throw new Problem('conflict', { detail: 'It is sent.' });
      if (version !== server.now.version) throw new Problem('stale_version');
      server.sent += 1;
      server.now = stored(version + 1, words);
      return server.now;
    },
    currentOf: () => server.now,
    isSame: isSameAnswer,
    refusal: whySent,
    beginsAnew: true,
    onChange: () => {},
  });
  return { saver, server, device };
}

describe('what the employee writes before a meeting', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is kept on the device at once and with the server after a pause', async () => {
    const { saver, server, device } = open(stored(0));
    saver.write({ wentWell: said('Nordlys') });
    expect(device.kept?.words['wentWell']).toEqual(said('Nordlys'));
    expect(server.now.version).toBe(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.now).toEqual(stored(1, { wentWell: said('Nordlys') }));
    expect(device.kept).toBeNull();
    expect(saver.state().savedAs).toBe(1);
  });

  it('is all with the server before it is sent, also what was typed a moment ago', async () => {
    const { saver, server } = open(stored(0));
    saver.write({ wentWell: said('One') });
    const flushed = saver.flush(false);
    saver.write({ wentWell: said('One and two') });
    expect(await flushed).toBe(true);
    expect(server.now.words['wentWell']).toEqual(said('One and two'));
  });

  it('stays on the device without a connection, and goes when there is one again', async () => {
    const { saver, server, device } = open(stored(0));
    server.isAway = true;
    saver.write({ wentWell: said('Nordlys') });
    expect(await saver.flush(false)).toBe(false);
    expect(saver.state().standing.is).toBe('offline');
    expect(device.kept).not.toBeNull();
    server.isAway = false;
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.now.words['wentWell']).toEqual(said('Nordlys'));
  });

  it('is written together where two tabs wrote in different places', async () => {
    const { saver, server } = open(stored(1));
    server.now = stored(2, { couldImprove: said('Theirs') });
    saver.write({ wentWell: said('Mine') });
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.now.words).toEqual({ couldImprove: said('Theirs'), wentWell: said('Mine') });
    expect(saver.state().round).toBe(1);
  });

  it.each(['mine', 'theirs'] as const)(
    'shows both where two tabs wrote the same; %s stays',
    async (which) => {
      const { saver, server, device } = open(stored(1));
      server.now = stored(2, { wentWell: said('theirs'), anythingElse: said('Also') });
      saver.write({ wentWell: said('mine') });
      await vi.advanceTimersByTimeAsync(1000);
      expect(saver.state().standing).toMatchObject({ is: 'conflict', places: ['wentWell'] });
      expect(device.kept?.words['wentWell']).toEqual(said('mine'));
      saver.choose(which);
      await vi.advanceTimersByTimeAsync(1000);
      expect(server.now.words).toEqual({ wentWell: said(which), anythingElse: said('Also') });
      expect(saver.state().words).toEqual(server.now.words);
    },
  );

  it('comes back after a crash', async () => {
    const base = stored(1, { wentWell: said('Before') });
    const { server } = open(base, { words: { wentWell: said('Before and after') }, base });
    await vi.advanceTimersByTimeAsync(10);
    expect(server.now.words['wentWell']).toEqual(said('Before and after'));
  });

  it('stays where it is when another tab has sent it, and goes once that is taken back', async () => {
    const { saver, server, device } = open(stored(1, { wentWell: said('A') }));
    server.now = stored(2, { wentWell: said('A') }, true);
    saver.write({ wentWell: said('A and B') });
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.state().standing.is).toBe('refused');
    expect(device.kept?.words['wentWell']).toEqual(said('A and B'));
    server.now = stored(3, { wentWell: said('A') });
    saver.receive(server.now);
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.now.words['wentWell']).toEqual(said('A and B'));
  });

  it('asks nothing where an editor left an empty paragraph', async () => {
    const { saver, server } = open(stored(0));
    saver.write({ wentWell: { text: { type: 'doc', content: [{ type: 'paragraph' }] } } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.sent).toBe(0);
    expect(saver.state().standing.is).toBe('saved');
  });
});
