import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How long a request may take to arrive in whole. Slow clients must not hold connections. */
const bodyMs = 8000;
/** What a permitted upload has to bring in each such span: 16 KiB a second, as a weak phone manages. */
const leastBytes = 128 * 1024;
/** And the longest that one may take: 10 MiB at that pace, with some room. Node's own limit behind both. */
export const longestRequestMs = 12 * 60_000;

const guards = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/**
 * Node knows one limit for all requests. Uploads take minutes over a phone, so Node's limit is theirs, and every
 * body is cut off here after seconds unless the route, which knows who asks, lets it take its time.
 */
export function limitBodies(http: FastifyInstance): void {
  http.addHook('onRequest', async ({ raw }) => {
    // Requests that the program makes to itself come over no connection.
    if (!(raw.socket instanceof Socket)) return;
    if (raw.headers['transfer-encoding'] === undefined && !(Number(raw.headers['content-length']) > 0))
      return;
    guard(
      raw,
      setTimeout(() => cutOff(raw), bodyMs),
    );
    raw.once('close', () => clearTimeout(guards.get(raw)));
  });
}

/** From here on the body may take as long as it keeps coming. For whom the route has let in, never before. */
export function letTakeItsTime({ raw }: FastifyRequest): void {
  if (!guards.has(raw)) return;
  clearTimeout(guards.get(raw));
  let seen = raw.socket.bytesRead;
  guard(
    raw,
    setInterval(() => {
      const came = raw.socket.bytesRead - seen;
      seen += came;
      if (came < leastBytes) cutOff(raw);
    }, bodyMs),
  );
}

function guard(raw: IncomingMessage, timer: NodeJS.Timeout): void {
  timer.unref();
  guards.set(raw, timer);
}

function cutOff(raw: IncomingMessage): void {
  clearTimeout(guards.get(raw));
  if (!raw.complete) raw.socket.destroy();
}
