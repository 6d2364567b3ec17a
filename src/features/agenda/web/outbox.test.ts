import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../../shared/problems.ts';
import { keepPoint, sendPoint, sendWaiting, waitingPoints, type WaitingPoint } from './outbox.ts';

const me = '01a20000-0000-7000-8000-000000000001';
const point = (id: string): WaitingPoint => ({
  id,
  seriesId: '01a20000-0000-7000-8000-000000000002',
  kind: 'win',
  text: `Words of ${id}`,
  shared: false,
  refused: null,
});

/** What the server has taken, by id; it answers as told. */
const taken: string[] = [];
let answer: 'takes' | 'away' | 'refuses' | 'takes and is not heard' = 'takes';

async function server(_: string, { body }: { body: string }): Promise<Response> {
  const { id } = JSON.parse(body) as { id: string };
  if (answer === 'away') throw new TypeError('Failed to fetch');
  if (answer === 'refuses') {
    const document = new Problem('conflict', { detail: 'This series has ended.' }).toDocument();
    return Response.json(document, { status: 409 });
  }
  if (!taken.includes(id)) taken.push(id);
  if (answer === 'takes and is not heard') throw new TypeError('Failed to fetch');
  return Response.json({ id }, { status: 201 });
}

/** What a browser keeps. */
function storage(): Storage {
  const items: Record<string, string> = {};
  return Object.defineProperties(items, {
    setItem: { value: (name: string, value: string) => void (items[name] = value) },
    getItem: { value: (name: string) => items[name] ?? null },
    removeItem: { value: (name: string) => void Reflect.deleteProperty(items, name) },
  }) as unknown as Storage; // as much of it as is used
}

afterEach(() => void vi.unstubAllGlobals());
beforeEach(() => {
  taken.length = 0;
  answer = 'takes';
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('fetch', server);
});

describe('what is written down without a connection', () => {
  it('waits on the device and is sent in order when the server is back', async () => {
    answer = 'away';
    for (const id of ['a', 'b']) {
      keepPoint(me, point(id));
      expect((await sendPoint(me, point(id))).is).toBe('waits');
    }
    expect(await sendWaiting(me)).toBe(0);
    expect(waitingPoints(me).map(({ id }) => id)).toEqual(['a', 'b']);
    answer = 'takes';
    expect(await sendWaiting(me)).toBe(2);
    expect([taken, waitingPoints(me)]).toEqual([['a', 'b'], []]);
  });

  it('is sent again under the same id where the answer was lost', async () => {
    keepPoint(me, point('a'));
    answer = 'takes and is not heard';
    expect((await sendPoint(me, point('a'))).is).toBe('waits');
    answer = 'takes';
    expect(await sendWaiting(me)).toBe(1);
    expect(taken).toEqual(['a']);
  });

  it('stays, with the reason, where the server does not take it, and is not tried for ever', async () => {
    keepPoint(me, point('a'));
    answer = 'refuses';
    expect(await sendWaiting(me)).toBe(0);
    expect(waitingPoints(me)).toMatchObject([{ text: 'Words of a', refused: 'This series has ended.' }]);
    answer = 'takes';
    expect(await sendWaiting(me)).toBe(0);
    expect(taken).toEqual([]);
  });

  it('is nobody else’s on a shared computer', () => {
    keepPoint(me, point('a'));
    expect(waitingPoints('somebody-else')).toEqual([]);
  });
});
