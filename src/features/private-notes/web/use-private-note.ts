import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import type { Problem } from '../../../shared/problems.ts';
import { richTextSchema } from '../../rich-text/domain/rich-text.ts';
import { call } from '../../../web/shell/call.ts';
import { forgetOnDevice, keepOnDevice, keptOnDevice } from '../../../web/shell/device.ts';
import { queryOf } from '../../../web/shell/queries.ts';
import { privateNoteRoutes as routes, type PrivateNote } from '../contract.ts';
import { createNoteSaver, type KeptNote, type NoteSaver } from './note-saver.ts';

export function noteQuery(oneOnOneId: string) {
  return queryOf(routes.read, { params: { oneOnOneId } });
}

const keptSchema = z.object({ text: z.nullable(richTextSchema), version: z.number() });
const currentSchema = z.object({
  text: z.nullable(richTextSchema),
  version: z.number(),
  updatedAt: z.nullable(z.string()),
});
/** A browser lets a request outlive its page only up to 64 KiB. */
const keepaliveLimit = 60 * 1024;

interface Opened {
  saver: NoteSaver;
  subscribe: (listener: () => void) => () => void;
}

/** My note on a record, saved while I write. `stored` is what the server had when it was opened. */
export function usePrivateNote(oneOnOneId: string, myId: string, stored: PrivateNote) {
  const queryClient = useQueryClient();
  const [{ saver, subscribe }] = useState((): Opened => {
    const listeners = new Set<() => void>();
    const key = `private-note/${oneOnOneId}`;
    const kept = keptSchema.safeParse(keptOnDevice(myId, key));
    return {
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      saver: createNoteSaver({
        stored,
        kept: kept.success ? kept.data : null,
        keep: (note) => keepOnDevice(myId, key, note),
        forget: () => forgetOnDevice(myId, key),
        send: async (body, isPageGoing) => {
          const note = await call(routes.write, {
            params: { oneOnOneId },
            body,
            keepalive: isPageGoing && isSmall(body),
          });
          queryClient.setQueryData(noteQuery(oneOnOneId).queryKey, note);
          return note;
        },
        currentOf,
        onChange: () => listeners.forEach((listener) => listener()),
      }),
    };
  });
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') saver.flush(true);
    };
    const gone = () => saver.flush(true);
    const online = () => saver.flush(false);
    document.addEventListener('visibilitychange', hidden);
    globalThis.addEventListener('pagehide', gone);
    globalThis.addEventListener('online', online);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      globalThis.removeEventListener('pagehide', gone);
      globalThis.removeEventListener('online', online);
      saver.flush(true);
      saver.stop();
    };
  }, [saver]);
  const state = useSyncExternalStore(subscribe, saver.state);
  return { ...state, write: saver.write, choose: saver.choose, leave: () => saver.flush(false) };
}

function isSmall(body: KeptNote): boolean {
  return new TextEncoder().encode(JSON.stringify(body)).length < keepaliveLimit;
}

function currentOf(problem: Problem): PrivateNote | null {
  const current = currentSchema.safeParse(problem.extras.current);
  return current.success ? current.data : null;
}
