import type { OneOnOne } from '../../contract.ts';
import { saidIn } from './compare-answers.ts';
import { createItemSaver, type Answered, type ItemSaver } from './item-saver.ts';
import { type DraftEvent, type ItemDraft } from './item-draft.ts';
import { openDraft, shelfFor } from './kept-answer.ts';

interface RecordSaverOptions {
  personId: string;
  record: OneOnOne;
  onAnswered: (answered: Answered) => void;
  onOutdated: () => void;
}

export interface RecordSaver {
  draftOf: (itemId: string) => ItemDraft | undefined;
  drafts: () => ItemDraft[];
  dispatch: (itemId: string, event: DraftEvent) => void;
  /** The record as it was loaded again. */
  adopt: (record: OneOnOne) => void;
  /** Sends everything typed; false where something could not be saved, or waits for a choice. */
  settle: () => Promise<boolean>;
  hide: (forGood: boolean) => void;
  online: () => void;
  subscribe: (listener: () => void) => () => void;
  /** When the server last acknowledged something, if it has since this page was opened. */
  savedAt: () => Date | null;
  stop: () => void;
}

/** The items of one record. What was typed and is not yet saved is found again by its place on this device. */
export function createRecordSaver({
  personId,
  record,
  onAnswered,
  onOutdated,
}: RecordSaverOptions): RecordSaver {
  const savers = new Map<string, ItemSaver>();
  const listeners = new Set<() => void>();
  let savedAt: Date | null = null;
  let isStarted = false;

  const changed = () => {
    if (isStarted) for (const listener of listeners) listener();
  };

  function adopt({ id, state, sections, abilities }: OneOnOne): void {
    const items = sections.flatMap((section) => section.items);
    forgetAllBut(new Set(items.map((item) => item.id)));
    for (const { id: itemId, answer: whole, version } of items) {
      const answer = saidIn(whole);
      const existing = savers.get(itemId);
      if (existing !== undefined) {
        existing.dispatch({ type: 'arrived', stored: { answer, version }, state });
        continue;
      }
      const shelf = shelfFor(personId, id, itemId);
      const saver = createItemSaver({
        oneOnOneId: id,
        itemId,
        shelf,
        opened: openDraft({ answer, version, state, isEditable: abilities.edit }, shelf.read()),
        onChange: changed,
        onOutdated,
        onAnswered: (answered) => {
          savedAt = new Date();
          onAnswered(answered);
        },
      });
      savers.set(itemId, saver);
    }
  }

  /** An item that is gone can't be saved any more; what was typed into it stays on the device. */
  function forgetAllBut(ids: ReadonlySet<string>): void {
    for (const [id, saver] of savers) {
      if (ids.has(id) || saver.draft().standing.is === 'sending') continue;
      saver.stop();
      savers.delete(id);
    }
  }

  const drafts = () => Array.from(savers.values(), (saver) => saver.draft());
  const toAll = (event: DraftEvent) => {
    for (const saver of savers.values()) saver.dispatch(event);
  };

  adopt(record);
  isStarted = true;

  return {
    draftOf: (itemId) => savers.get(itemId)?.draft(),
    drafts,
    dispatch: (itemId, event) => savers.get(itemId)?.dispatch(event),
    adopt,
    settle: async () => {
      toAll({ type: 'left' });
      toAll({ type: 'online' });
      const isSending = () => drafts().some(({ standing }) => standing.is === 'sending');
      await new Promise<void>((resolve) => {
        const check = () => {
          if (isSending()) return;
          listeners.delete(check);
          resolve();
        };
        listeners.add(check);
        check();
      });
      return drafts().every(({ standing }) => standing.is === 'saved');
    },
    hide: (forGood) => toAll({ type: 'hidden', forGood }),
    online: () => toAll({ type: 'online' }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    savedAt: () => savedAt,
    stop: () => {
      for (const saver of savers.values()) saver.stop();
    },
  };
}
