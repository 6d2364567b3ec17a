import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../../shared/problems.ts';
import { createWordsSaver, type Kept } from '../../../web/shell/words-saver.ts';
import { isSameHead, type Head, type StoredHead } from './head-words.ts';

type KeptHead = Kept<Head, StoredHead>;

const stored: StoredHead = { words: { objective: 'Plan', topics: ['Hiring'] }, version: 1 };

/** A server with one agenda, which the other can write on too. */
function begin(kept: KeptHead | null = null, start = stored) {
  let server = start;
  let device: KeptHead | null = kept;
  let isAway = false;
  const saver = createWordsSaver<Head, StoredHead>({
    stored: start,
    kept,
    keep: (words) => {
      device = words;
    },
    forget: () => {
      device = null;
    },
    send: async (words, version) => {
      if (isAway) throw new Error('offline');
      if (version !== server.version) throw new Problem('stale_version', { current: server });
      server = { words, version: version + 1 };
      return server;
    },
    currentOf: (problem) => problem.extras.current as StoredHead, // the server above answers with one
    isSame: isSameHead,
    onChange: () => {},
  });
  return {
    saver,
    server: () => server,
    device: () => device,
    otherWrites: (change: Partial<Head>) => {
      server = { words: { ...server.words, ...change }, version: server.version + 1 };
    },
    away: (now: boolean) => {
      isAway = now;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = async (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('what the meeting is for, while somebody writes it', () => {
  it('is kept on the device at once, and saved after a pause', async () => {
    const { saver, server, device } = begin();
    saver.write({ objective: 'Plan the quarter' });
    expect(device()?.words.objective).toBe('Plan the quarter');
    await pass(900);
    expect(server().words).toMatchObject({ objective: 'Plan the quarter', topics: ['Hiring'] });
    expect([device(), saver.state().standing.is]).toEqual([null, 'saved']);
  });

  it('goes together with what the other wrote beside it', async () => {
    const { saver, server, otherWrites } = begin();
    otherWrites({ topics: ['Hiring', 'Budget'] });
    saver.write({ objective: 'Mine' });
    await pass(2000);
    expect(server().words).toMatchObject({ objective: 'Mine', topics: ['Hiring', 'Budget'] });
    expect(saver.state()).toMatchObject({
      words: { topics: ['Hiring', 'Budget'] },
      standing: { is: 'saved' },
    });
  });

  it.each([
    ['mine', 'Mine'],
    ['theirs', 'Theirs'],
  ] as const)('asks where both wrote the same, and takes %s when told so', async (which, expected) => {
    const { saver, server, otherWrites, device } = begin();
    otherWrites({ objective: 'Theirs' });
    saver.write({ objective: 'Mine' });
    await pass(900);
    expect(saver.state()).toMatchObject({ words: { objective: 'Mine' }, standing: { is: 'conflict' } });
    expect(device()?.words.objective).toBe('Mine');
    saver.choose(which);
    await pass(900);
    expect([server().words.objective, saver.state().words.objective]).toEqual([expected, expected]);
  });

  it.each(['mine', 'theirs'] as const)(
    'keeps what only the other and what only I wrote, whichever of two objectives stays: %s',
    async (which) => {
      const { saver, server, otherWrites } = begin();
      saver.write({ topics: ['Hiring', 'Mine alone'] });
      await pass(900);
      otherWrites({ objective: 'Theirs', topics: ['Theirs alone'] });
      saver.write({ objective: 'Mine' });
      await pass(900);
      expect(saver.state().standing).toMatchObject({ is: 'conflict', places: ['objective'] });
      saver.choose(which);
      await pass(900);
      expect(server().words).toEqual({
        objective: which === 'mine' ? 'Mine' : 'Theirs',
        topics: ['Theirs alone'],
      });
    },
  );

  it('is no conflict with oneself, when the page is closed while one types on', async () => {
    const first = begin();
    first.saver.write({ objective: 'One' });
    const sending = first.saver.flush(true);
    first.saver.write({ objective: 'Two' });
    await sending;
    expect(first.server().words.objective).toBe('One');
    first.saver.stop();
    const second = begin(first.device(), first.server());
    await pass(100);
    expect([second.saver.state().standing.is, second.server().words.objective]).toEqual(['saved', 'Two']);
  });

  it('waits for the connection, and comes back from the device after a reload', async () => {
    const first = begin();
    first.away(true);
    first.saver.write({ objective: 'Mine' });
    await pass(5000);
    expect(first.saver.state().standing.is).toBe('offline');
    const second = begin(first.device());
    await pass(100);
    expect(second.server().words.objective).toBe('Mine');
    first.away(false);
    await pass(31_000);
    expect(first.server().words.objective).toBe('Mine');
  });

  it('takes what the other wrote while nothing is being written here', () => {
    const { saver } = begin();
    saver.receive({ words: { objective: 'Theirs', topics: [] }, version: 2 });
    expect(saver.state().words).toEqual({ objective: 'Theirs', topics: [] });
    saver.write({ objective: 'Mine' });
    saver.receive({ words: { objective: 'Later', topics: [] }, version: 3 });
    expect(saver.state().words.objective).toBe('Mine');
  });
});
