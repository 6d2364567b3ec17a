import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import type { Problem } from '../../../shared/problems.ts';
import { call } from '../../../web/shell/call.ts';
import { forgetOnDevice, keepOnDevice, keptOnDevice } from '../../../web/shell/device.ts';
import { queryClient, queryOf } from '../../../web/shell/queries.ts';
import { answerSchema } from '../../one-on-ones/contract.ts';
import { preparationRoutes as routes, type Preparation } from '../contract.ts';
import { createPreparationSaver, type PreparationSaver } from './preparation-saver.ts';
import { bodyOf, storedWordsOf } from './words-of.ts';

const wordsSchema = z.record(z.string(), answerSchema);
const keptSchema = z.object({
  words: wordsSchema,
  base: z.object({ words: wordsSchema, version: z.number(), isSent: z.boolean() }),
});

/** What outlives a page that closes; the rest is kept on the device. */
const mostOnClosing = 60_000;

export function preparationQuery(seriesId: string) {
  return queryOf(routes.find, { params: { seriesId } });
}

/** Sending and taking back are called out to the open page; what I write elsewhere, unsent, is not. */
export function usePreparation(seriesId: string) {
  return useQuery({ ...preparationQuery(seriesId), refetchInterval: 60_000 });
}

export function showPreparation(seriesId: string, preparation: Preparation): void {
  const { queryKey } = preparationQuery(seriesId);
  void queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, preparation);
}

interface Opened {
  saver: PreparationSaver;
  subscribe: (listener: () => void) => () => void;
}

/** The employee's own words, saved while they write. */
export function useWords(seriesId: string, myId: string, preparation: Preparation) {
  const [{ saver, subscribe }] = useState(() => openWords(seriesId, myId, preparation));
  useEffect(() => saver.receive(storedWordsOf(preparation)), [saver, preparation]);
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void saver.flush(true);
    };
    const gone = () => void saver.flush(true);
    const online = () => void saver.flush(false);
    document.addEventListener('visibilitychange', hidden);
    globalThis.addEventListener('pagehide', gone);
    globalThis.addEventListener('online', online);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      globalThis.removeEventListener('pagehide', gone);
      globalThis.removeEventListener('online', online);
      void saver.flush(true);
      saver.stop();
    };
  }, [saver]);
  return { ...useSyncExternalStore(subscribe, saver.state), saver };
}

function openWords(seriesId: string, myId: string, preparation: Preparation): Opened {
  const listeners = new Set<() => void>();
  const key = `preparation/${seriesId}`;
  const kept = keptSchema.safeParse(keptOnDevice(myId, key));
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    saver: createPreparationSaver({
      stored: storedWordsOf(preparation),
      kept: kept.success ? kept.data : null,
      keep: (words) => keepOnDevice(myId, key, words),
      forget: () => forgetOnDevice(myId, key),
      send: async (words, version, isPageGoing) => {
        const { asked } = queryClient.getQueryData(preparationQuery(seriesId).queryKey) ?? preparation;
        const body = bodyOf(words, version, asked);
        const keepalive = isPageGoing && JSON.stringify(body).length < mostOnClosing;
        const answer = await call(routes.write, { params: { seriesId }, body, keepalive });
        showPreparation(seriesId, answer);
        return storedWordsOf(answer);
      },
      currentOf,
      onChange: () => listeners.forEach((listener) => listener()),
    }),
  };
}

function currentOf(problem: Problem) {
  const current = routes.find.result.safeParse(problem.extras.current);
  return current.success ? storedWordsOf(current.data) : null;
}

export async function sendPreparation(seriesId: string, version: number): Promise<void> {
  showPreparation(seriesId, await call(routes.send, { params: { seriesId }, body: { version } }));
}

export async function takePreparationBack(seriesId: string): Promise<void> {
  showPreparation(seriesId, await call(routes.takeBack, { params: { seriesId } }));
}
