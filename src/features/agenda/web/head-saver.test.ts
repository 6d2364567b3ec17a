import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../../shared/problems.ts';
import { createHeadSaver } from './head-saver.ts';
import type { KeptHead, StoredHead } from './head-saver.ts';

const stored: StoredHead = { objective: 'Plan', topics: ['Hiring'], version: 1 };

/** A server with one agenda, which the other can write on too. */
function begin(kept: KeptHead | null = null) {
  let server = stored;
  let device: KeptHead | null = kept;
  let isAway = false;
  const saver = createHeadSaver({
    stored,
    kept,
    keep: (words) => {
      device = words;
    },
    forget: () => {
      device = null;
    },
    send: async ({ version, ...head }) => {
      if (isAway) throw new Error('offline');
      if (version !== server.version) throw new Problem('stale_version', { current: server });
      server = { ...head, version: version + 1 };
      return server;
    },
    currentOf: (problem) => problem.extras.current as StoredHead,
    onChange: () => {},
  });
  return {
    saver,
    server: () => server,
    device: () => device,
    otherWrites: (change: Partial<StoredHead>) => {
      server = { ...server, ...change, version: server.version + 1 };
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
    expect(device()?.head.objective).toBe('Plan the quarter');
    await pass(900);
    expect(server()).toMatchObject({ objective: 'Plan the quarter', topics: ['Hiring'] });
    expect([device(), saver.state().standing.is]).toEqual([null, 'saved']);
  });

  it('goes together with what the other wrote beside it', async () => {
    const { saver, server, otherWrites } = begin();
    otherWrites({ topics: ['Hiring', 'Budget'] });
    saver.write({ objective: 'Mine' });
    await pass(2000);
    expect(server()).toMatchObject({ objective: 'Mine', topics: ['Hiring', 'Budget'] });
    expect(saver.state()).toMatchObject({
      head: { topics: ['Hiring', 'Budget'] },
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
    expect(saver.state()).toMatchObject({ head: { objective: 'Mine' }, standing: { is: 'conflict' } });
    expect(device()?.head.objective).toBe('Mine');
    saver.choose(which);
    await pass(900);
    expect([server().objective, saver.state().head.objective]).toEqual([expected, expected]);
  });

  it('waits for the connection, and comes back from the device after a reload', async () => {
    const first = begin();
    first.away(true);
    first.saver.write({ objective: 'Mine' });
    await pass(5000);
    expect(first.saver.state().standing.is).toBe('offline');
    const second = begin(first.device());
    await pass(100);
    expect(second.server().objective).toBe('Mine');
    first.away(false);
    await pass(31_000);
    expect(first.server().objective).toBe('Mine');
  });

  it('takes what the other wrote while nothing is being written here', () => {
    const { saver } = begin();
    saver.receive({ objective: 'Theirs', topics: [], version: 2 });
    expect(saver.state().head).toEqual({ objective: 'Theirs', topics: [] });
    saver.write({ objective: 'Mine' });
    saver.receive({ objective: 'Later', topics: [], version: 3 });
    expect(saver.state().head.objective).toBe('Mine');
  });
});
