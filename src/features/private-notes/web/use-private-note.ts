import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { Problem } from '../../../shared/problems.ts';
import { richTextSchema } from '../../rich-text/domain/rich-text.ts';
import { call } from '../../../web/shell/call.ts';
import { keptOnDevice } from '../../../web/shell/device.ts';
import { queryOf } from '../../../web/shell/queries.ts';
import { outlivesPage, useWordsSaver } from '../../../web/shell/use-words-saver.ts';
import { privateNoteRoutes as routes, type PrivateNote } from '../contract.ts';
import { isSameText, storedNoteOf, type NoteWords, type StoredNote } from './note-words.ts';

export function noteQuery(oneOnOneId: string) {
  return queryOf(routes.read, { params: { oneOnOneId } });
}

const wordsSchema = z.object({ text: z.nullable(richTextSchema) });
const keptSchema = z.object({
  words: wordsSchema,
  base: z.object({ words: wordsSchema, version: z.number(), updatedAt: z.nullable(z.string()) }),
});
const currentSchema = z.extend(wordsSchema, { version: z.number(), updatedAt: z.nullable(z.string()) });

/** My note on a record, saved while I write. `stored` is what the server had when it was opened. */
export function usePrivateNote(oneOnOneId: string, myId: string, stored: PrivateNote) {
  const queryClient = useQueryClient();
  return useWordsSaver<NoteWords, StoredNote>(() => {
    const key = `private-note/${oneOnOneId}`;
    const kept = keptSchema.safeParse(keptOnDevice(myId, key));
    return {
      personId: myId,
      key,
      stored: storedNoteOf(stored),
      kept: kept.success ? kept.data : null,
      send: async ({ text }, version, isPageGoing) => {
        const body = { text, version };
        const keepalive = isPageGoing && outlivesPage(body);
        const note = await call(routes.write, { params: { oneOnOneId }, body, keepalive });
        queryClient.setQueryData(noteQuery(oneOnOneId).queryKey, note);
        return storedNoteOf(note);
      },
      currentOf,
      isSame: isSameText,
    };
  });
}

function currentOf(problem: Problem): StoredNote | null {
  const current = currentSchema.safeParse(problem.extras.current);
  return current.success ? storedNoteOf(current.data) : null;
}
