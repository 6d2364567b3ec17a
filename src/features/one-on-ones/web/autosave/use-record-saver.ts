import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import { followPage } from '../../../../web/shell/follow-page.ts';
import { oneOnOneRoutes, type Item, type OneOnOne } from '../../contract.ts';
import { openQuery } from '../open-query.ts';
import type { ItemDraft } from './item-draft.ts';
import type { Answered } from './item-saver.ts';
import { createRecordSaver, type RecordSaver } from './record-saver.ts';

/** Autosave for the record on this page: sends when the page is hidden, tries again when the network is back. */
export function useRecordSaver(record: OneOnOne, personId: string): RecordSaver {
  const queryClient = useQueryClient();
  const [saver] = useState(() =>
    createRecordSaver({
      personId,
      record,
      onOutdated: () => void queryClient.invalidateQueries({ queryKey: openQuery(record.id).queryKey }),
      onAnswered: (answered) => {
        const { queryKey } = openQuery(answered.oneOnOne.id);
        void queryClient.cancelQueries({ queryKey });
        queryClient.setQueryData(queryKey, (before) => before && withAnswer(before, answered));
        void queryClient.invalidateQueries({ queryKey: [oneOnOneRoutes.list.path], refetchType: 'none' });
      },
    }),
  );
  useEffect(() => saver.adopt(record), [saver, record]);
  useEffect(
    () =>
      followPage({
        hidden: () => saver.hide(false),
        gone: () => saver.hide(true),
        online: () => saver.online(),
      }),
    [saver],
  );
  return saver;
}

export function withAnswer(record: OneOnOne, { oneOnOne, ...item }: Answered): OneOnOne {
  return {
    ...record,
    ...(oneOnOne.version >= record.version && oneOnOne),
    sections: record.sections.map((section) => ({
      ...section,
      items: section.items.map((old) => (old.id === item.id ? { ...old, ...newerOf(old, item) } : old)),
    })),
  };
}

/** Words and tick travel apart: an answer that comes late has the words, and not the tick since. */
function newerOf(old: Item, { answer, version }: Item): Pick<Item, 'answer' | 'version'> {
  if (version >= old.version) return { answer, version };
  const isDone = old.answer?.done === true;
  return {
    answer: answer || isDone ? { ...answer, ...(isDone && { done: true }) } : null,
    version: old.version,
  };
}

export const SaverContext = createContext<RecordSaver | null>(null);

export function useSaver(): RecordSaver {
  const saver = use(SaverContext);
  if (saver === null) throw new Error('No record around this item.');
  return saver;
}

export function useItemDraft(itemId: string): ItemDraft | undefined {
  const saver = useSaver();
  return useSyncExternalStore(saver.subscribe, () => saver.draftOf(itemId));
}
