import * as z from 'zod/mini';
import { Problem } from '../../../shared/problems.ts';
import { call } from '../../../web/shell/call.ts';
import { forgetOnDevice, keepOnDevice, keptOnDevice, keysOnDevice } from '../../../web/shell/device.ts';
import { fromPlainText } from '../../rich-text/domain/plain-text.ts';
import { agendaRoutes as routes, type TalkingPoint } from '../contract.ts';
import { pointKinds } from '../domain/points.ts';

const start = 'waiting-point/';

const waitingSchema = z.object({
  id: z.string(),
  seriesId: z.string(),
  kind: z.enum(pointKinds),
  text: z.string(),
  shared: z.boolean(),
  /** Why the server does not take it; null while it was not asked. */
  refused: z.nullable(z.string()),
});
export type WaitingPoint = z.infer<typeof waitingSchema>;

let listeners: (() => void)[] = [];
/** Being sent now, from this page. */
const onTheirWay = new Set<string>();

export function isOnItsWay(id: string): boolean {
  return onTheirWay.has(id);
}

/** Points that were written here and that the server does not have yet, the first first. */
export function waitingPoints(personId: string): WaitingPoint[] {
  return keysOnDevice(personId, start)
    .toSorted()
    .flatMap((key) => {
      const kept = waitingSchema.safeParse(keptOnDevice(personId, key));
      return kept.success ? [kept.data] : [];
    });
}

/** Called when something joins or leaves. */
export function followWaiting(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** On this device before it is sent: a lost connection, a crash or a closed page takes no word. */
export function keepPoint(personId: string, point: WaitingPoint): void {
  keepOnDevice(personId, start + point.id, point);
  tell();
}

export function forgetPoint(personId: string, id: string): void {
  forgetOnDevice(personId, start + id);
  tell();
}

export type Sent = { is: 'sent'; point: TalkingPoint } | { is: 'waits' } | { is: 'refused'; error: Problem };

/** One after the other: what was written first stands first. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Sends one that is kept. Its id was made here, so that sending it twice, because the answer was lost, is sending it
 * once.
 */
export async function sendPoint(personId: string, waiting: WaitingPoint): Promise<Sent> {
  onTheirWay.add(waiting.id);
  const sent = turn.then(async () => send(personId, waiting));
  turn = sent.catch(() => {});
  return sent;
}

async function send(personId: string, waiting: WaitingPoint): Promise<Sent> {
  const { id, seriesId, kind, text, shared } = waiting;
  const body = { id, kind, body: fromPlainText(text), shared };
  tell();
  try {
    const point = await call(routes.add, { params: { seriesId }, body });
    forgetPoint(personId, id);
    return { is: 'sent', point };
  } catch (error) {
    const waits = !(error instanceof Problem) || error.status >= 500 || error.code === 'signed_out';
    if (waits) return { is: 'waits' };
    keepPoint(personId, { ...waiting, refused: error.extras.errors?.[0]?.message ?? error.message });
    return { is: 'refused', error };
  } finally {
    onTheirWay.delete(id);
    tell();
  }
}

let sending: Promise<number> | null = null;

/** Sends what waits, one after the other; answers how many arrived. */
export async function sendWaiting(personId: string): Promise<number> {
  sending ??= sendAll(personId).finally(() => {
    sending = null;
  });
  return sending;
}

async function sendAll(personId: string): Promise<number> {
  let arrived = 0;
  for (const waiting of waitingPoints(personId)) {
    if (waiting.refused !== null || isOnItsWay(waiting.id)) continue;
    const sent = await sendPoint(personId, waiting);
    if (sent.is === 'waits') break;
    if (sent.is === 'sent') arrived += 1;
  }
  return arrived;
}
