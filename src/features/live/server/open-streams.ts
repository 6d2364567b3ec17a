import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Live } from '../../../server/events/live.ts';
import type { Asker } from '../../../server/http/serve.ts';
import type { LiveEvent } from '../contract.ts';
import type { Following } from './following.ts';

/** Keeps proxies from ending a quiet stream, and finds out whether the session still stands. */
const heartbeat = 20_000;
/** Of one person; the oldest goes when there is one more. */
const mostStreams = 20;

/** The streams of this process. Each ends with its session, at the latest at the next heartbeat. */
export function openStreams(live: Live) {
  const all = new Map<PassThrough, string>();

  const open = async (asker: Asker, following: Following | null): Promise<Readable> => {
    const [{ viewer }] = await Promise.all([whoAsks(asker), following?.reach()]);
    const stream = new PassThrough();
    const say = (event: LiveEvent) => void stream.write(`data: ${JSON.stringify(event)}\n\n`);
    const end = () => stream.end();
    const stops = [
      live.subscribe(`inbox ${viewer.id}`, () => {
        whoAsks(asker).then(() => say({ is: 'inbox' }), end);
      }),
      ...(following === null ? [] : [following.follow(live, say, end)]),
    ];
    const beat = setInterval(() => {
      whoAsks(asker).then(() => stream.write(': \n\n'), end);
    }, heartbeat);
    stream.once('close', () => {
      clearInterval(beat);
      for (const stop of stops) stop();
      all.delete(stream);
    });
    endOldest(all, viewer.id);
    all.set(stream, viewer.id);
    stream.write('retry: 2000\n');
    say({ is: 'ready' });
    return stream;
  };

  return {
    open,
    endAll: () => {
      for (const stream of all.keys()) stream.end();
    },
  };
}

const nothing = sql`select 1 as one`;

async function whoAsks(asker: Asker) {
  return asker.read(async (db) => db.first(nothing));
}

function endOldest(all: ReadonlyMap<PassThrough, string>, viewerId: string): void {
  const mine = [...all].filter(([, owner]) => owner === viewerId);
  for (const [stream] of mine.slice(0, Math.max(0, mine.length - mostStreams + 1))) stream.end();
}
