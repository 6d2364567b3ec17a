import { useEffect, useState, useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import type { Problem } from '../../../shared/problems.ts';
import { call } from '../../../web/shell/call.ts';
import { forgetOnDevice, keepOnDevice, keptOnDevice } from '../../../web/shell/device.ts';
import { agendaRoutes as routes, type Agenda } from '../contract.ts';
import { showAgenda } from './agenda-queries.ts';
import { createHeadSaver, written, type HeadSaver, type StoredHead } from './head-saver.ts';

const headSchema = z.object({ objective: z.string(), topics: z.array(z.string()) });
const storedSchema = z.extend(headSchema, { version: z.number() });
const keptSchema = z.object({ head: headSchema, base: storedSchema });

interface Opened {
  saver: HeadSaver;
  subscribe: (listener: () => void) => () => void;
}

/** Objective and main topics, saved while one writes. */
export function useHead(seriesId: string, myId: string, agenda: Agenda) {
  const [{ saver, subscribe }] = useState(() => openHead(seriesId, myId, agenda));
  useEffect(() => saver.receive(agenda), [saver, agenda]);
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

function openHead(seriesId: string, myId: string, agenda: Agenda): Opened {
  const listeners = new Set<() => void>();
  const key = `agenda/${seriesId}`;
  const kept = keptSchema.safeParse(keptOnDevice(myId, key));
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    saver: createHeadSaver({
      stored: { objective: agenda.objective, topics: agenda.topics, version: agenda.version },
      kept: kept.success ? kept.data : null,
      keep: (words) => keepOnDevice(myId, key, words),
      forget: () => forgetOnDevice(myId, key),
      send: async ({ version, ...head }, isPageGoing) => {
        const body = { version, ...written(head) };
        const answer = await call(routes.change, { params: { seriesId }, body, keepalive: isPageGoing });
        showAgenda(seriesId, answer);
        return answer;
      },
      currentOf,
      onChange: () => listeners.forEach((listener) => listener()),
    }),
  };
}

function currentOf(problem: Problem): StoredHead | null {
  const current = storedSchema.safeParse(problem.extras.current);
  return current.success ? current.data : null;
}
