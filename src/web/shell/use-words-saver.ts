import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Saving } from '../ui/save-state.tsx';
import { forgetOnDevice, keepOnDevice } from './device.ts';
import { followPage } from './follow-page.ts';
import { createWordsSaver } from './words-saver.ts';
import type { Standing, Stored, Words, WordsSaver, WordsSaverOptions } from './words-saver.ts';

interface WordsOnDevice<W extends Words, S extends Stored<W>> extends Omit<
  WordsSaverOptions<W, S>,
  'keep' | 'forget' | 'onChange'
> {
  personId: string;
  /** Under which the words are kept on the device. */
  key: string;
}

interface Opened<W extends Words, S extends Stored<W>> {
  saver: WordsSaver<W, S>;
  subscribe: (listener: () => void) => () => void;
}

/**
 * Words that are saved while somebody writes them, also as the page is hidden, left or closed, and again when the
 * connection is back. Whose they are never changes: the page of another is drawn anew.
 */
export function useWordsSaver<W extends Words, S extends Stored<W>>(open: () => WordsOnDevice<W, S>) {
  const [{ saver, subscribe }] = useState(() => openSaver(open()));
  useEffect(() => {
    const leave = () => void saver.flush(true);
    const unfollow = followPage({ hidden: leave, gone: leave, online: () => void saver.flush(false) });
    return () => {
      unfollow();
      saver.stop();
    };
  }, [saver]);
  return { ...useSyncExternalStore(subscribe, saver.state), saver };
}

function openSaver<W extends Words, S extends Stored<W>>({
  personId,
  key,
  ...options
}: WordsOnDevice<W, S>): Opened<W, S> {
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    saver: createWordsSaver({
      ...options,
      keep: (kept) => keepOnDevice(personId, key, kept),
      forget: () => forgetOnDevice(personId, key),
      onChange: () => listeners.forEach((listener) => listener()),
    }),
  };
}

/** In bytes: a browser lets a request outlive its page only up to 64 KiB. What is longer is kept on the device. */
const mostOnClosing = 60 * 1024;

export function outlivesPage(body: unknown): boolean {
  return new TextEncoder().encode(JSON.stringify(body)).length < mostOnClosing;
}

/** Null while there is nothing to say of it. */
export function savingOf<W extends Words, S extends Stored<W>>(
  standing: Standing<W, S>,
  inConflict = 'there are two versions',
): Saving | null {
  switch (standing.is) {
    case 'untouched':
      return null;
    case 'conflict':
      return { is: 'failed', why: inConflict };
    case 'refused':
      return { is: 'failed', why: standing.why };
    case 'saved':
    case 'saving':
    case 'offline':
      return standing;
  }
}
