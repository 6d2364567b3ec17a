import { useEffect } from 'react';
import * as z from 'zod/mini';
import type { Problem } from '../../../shared/problems.ts';
import { call } from '../../../web/shell/call.ts';
import { keptOnDevice } from '../../../web/shell/device.ts';
import { useWordsSaver } from '../../../web/shell/use-words-saver.ts';
import { agendaRoutes as routes, type Agenda } from '../contract.ts';
import { showAgenda } from './agenda-queries.ts';
import { isSameHead, written, type Head, type StoredHead } from './head-words.ts';

const headSchema = z.object({ objective: z.string(), topics: z.array(z.string()) });
const currentSchema = z.extend(headSchema, { version: z.number() });
const keptSchema = z.object({
  words: headSchema,
  base: z.object({ words: headSchema, version: z.number() }),
});

/** Objective and main topics, saved while one writes. */
export function useHead(seriesId: string, myId: string, agenda: Agenda) {
  const key = `agenda/${seriesId}`;
  const writing = useWordsSaver<Head, StoredHead>(() => {
    const kept = keptSchema.safeParse(keptOnDevice(myId, key));
    return {
      personId: myId,
      key,
      stored: storedOf(agenda),
      kept: kept.success ? kept.data : null,
      send: async (head, version, isPageGoing) => {
        const body = { version, ...written(head) };
        const answer = await call(routes.change, { params: { seriesId }, body, keepalive: isPageGoing });
        showAgenda(seriesId, answer);
        return storedOf(answer);
      },
      currentOf,
      isSame: isSameHead,
    };
  });
  const { saver } = writing;
  useEffect(() => saver.receive(storedOf(agenda)), [saver, agenda]);
  return writing;
}

function storedOf({ objective, topics, version }: Head & { version: number }): StoredHead {
  return { words: { objective, topics }, version };
}

function currentOf(problem: Problem): StoredHead | null {
  const current = currentSchema.safeParse(problem.extras.current);
  return current.success ? storedOf(current.data) : null;
}
