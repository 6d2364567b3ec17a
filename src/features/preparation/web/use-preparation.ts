import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import * as z from 'zod/mini';
import type { Problem } from '../../../shared/problems.ts';
import { call } from '../../../web/shell/call.ts';
import { keptOnDevice } from '../../../web/shell/device.ts';
import { queryClient, queryOf } from '../../../web/shell/queries.ts';
import { outlivesPage, useWordsSaver } from '../../../web/shell/use-words-saver.ts';
import { answerSchema } from '../../one-on-ones/contract.ts';
import { preparationRoutes as routes, preparationSchema, type Preparation } from '../contract.ts';
import { bodyOf, isSameAnswer, storedWordsOf, whySent, type StoredWords, type Words } from './words-of.ts';

const wordsSchema = z.record(z.string(), answerSchema);
const keptSchema = z.object({
  words: wordsSchema,
  base: z.object({ words: wordsSchema, version: z.number(), isSent: z.boolean() }),
});

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

/** The employee's own words, saved while they write. */
export function useWords(seriesId: string, myId: string, preparation: Preparation) {
  const key = `preparation/${seriesId}`;
  const writing = useWordsSaver<Words, StoredWords>(() => {
    const kept = keptSchema.safeParse(keptOnDevice(myId, key));
    return {
      personId: myId,
      key,
      stored: storedWordsOf(preparation),
      kept: kept.success ? kept.data : null,
      send: async (words, version, isPageGoing) => {
        const { asked } = queryClient.getQueryData(preparationQuery(seriesId).queryKey) ?? preparation;
        const body = bodyOf(words, version, asked);
        const keepalive = isPageGoing && outlivesPage(body);
        const answer = await call(routes.write, { params: { seriesId }, body, keepalive });
        showPreparation(seriesId, answer);
        return storedWordsOf(answer);
      },
      currentOf,
      isSame: isSameAnswer,
      refusal: whySent,
      beginsAnew: true,
    };
  });
  const { saver } = writing;
  useEffect(() => saver.receive(storedWordsOf(preparation)), [saver, preparation]);
  return writing;
}

function currentOf(problem: Problem) {
  const current = preparationSchema.safeParse(problem.extras.current);
  return current.success ? storedWordsOf(current.data) : null;
}

export async function sendPreparation(seriesId: string, version: number): Promise<void> {
  showPreparation(seriesId, await call(routes.send, { params: { seriesId }, body: { version } }));
}

export async function takePreparationBack(seriesId: string): Promise<void> {
  showPreparation(seriesId, await call(routes.takeBack, { params: { seriesId } }));
}
