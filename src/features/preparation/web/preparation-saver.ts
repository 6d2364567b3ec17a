import { Problem } from '../../../shared/problems.ts';
import type { Answer } from '../../one-on-ones/contract.ts';
import { mergeWords, placesThatDiffer, type StoredWords, type Words } from './words-of.ts';

export type WritingStanding =
  | { is: 'untouched' }
  | { is: 'saved'; at: Date }
  | { is: 'saving' }
  /** No answer came; it is tried again. */
  | { is: 'offline' }
  /** In another tab, or on another device, something else was written in the same places. */
  | { is: 'conflict'; theirs: StoredWords; places: string[] }
  | { is: 'refused'; why: string };

export interface WritingState {
  words: Words;
  standing: WritingStanding;
  /** Counts what came from elsewhere, so that an editor begins anew with it. */
  round: number;
  /** What is shown is what the server has, in this version. */
  savedAs: number | null;
}

export interface KeptWords {
  words: Words;
  base: StoredWords;
}

interface SaverOptions {
  stored: StoredWords;
  /** Words of before that the server does not have, with what they were based on. */
  kept: KeptWords | null;
  keep: (kept: KeptWords) => void;
  forget: () => void;
  send: (words: Words, version: number, isPageGoing: boolean) => Promise<StoredWords>;
  currentOf: (problem: Problem) => StoredWords | null;
  onChange: () => void;
}

export interface PreparationSaver {
  state: () => WritingState;
  write: (place: string, answer: Answer) => void;
  /** What the server has now, found by asking again. */
  receive: (stored: StoredWords) => void;
  /** Answers whether all that was typed is with the server. */
  flush: (isPageGoing: boolean) => Promise<boolean>;
  choose: (which: 'mine' | 'theirs') => void;
  stop: () => void;
}

const pauseBeforeSaving = 800;
const firstRetry = 1000;
const lastRetry = 30_000;

/** Saves while one writes: after a pause, one request at a time, kept on the device until the server has it. */
export function createPreparationSaver(options: SaverOptions): PreparationSaver {
  const { keep, forget, send, onChange } = options;
  let base = options.stored;
  let words = base.words;
  let round = 0;
  let standing: WritingStanding = { is: 'untouched' };
  let current = stateNow();
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;

  function stateNow(): WritingState {
    const isSaved = standing.is === 'saved' || standing.is === 'untouched';
    return { words, standing, round, savedAs: isSaved ? base.version : null };
  }
  function show(next: WritingStanding): void {
    standing = next;
    current = stateNow();
    onChange();
  }
  function wait(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(false), ms);
  }
  const isDirty = () => placesThatDiffer(words, base.words).length > 0;
  function settle(): void {
    tries = 0;
    forget();
    show({ is: 'saved', at: new Date() });
  }
  /** Goes on with what was typed meanwhile, where there is something. */
  function goOn(ms: number): void {
    if (!isDirty()) return settle();
    keep({ words, base });
    show({ is: 'saving' });
    wait(ms);
  }
  async function save(isPageGoing: boolean): Promise<void> {
    clearTimeout(timer);
    if (sending !== null) return sending;
    if (standing.is === 'conflict') return;
    if (!isDirty()) {
      if (standing.is === 'saving') settle();
      return;
    }
    const sent = words;
    show({ is: 'saving' });
    sending = send(sent, base.version, isPageGoing).then(
      (answer) => {
        sending = null;
        // What stands there is left as it was typed; the server leaves out what says nothing.
        base = { ...answer, words: sent };
        goOn(pauseBeforeSaving);
      },
      (error: unknown) => {
        sending = null;
        failed(error);
      },
    );
    await sending;
  }
  function failed(error: unknown): void {
    const isStale = error instanceof Problem && error.code === 'stale_version';
    const theirs = isStale ? options.currentOf(error) : null;
    if (theirs !== null) meet(theirs);
    else if (error instanceof Problem && error.status < 500 && error.code !== 'signed_out') {
      show({ is: 'refused', why: error.extras.errors?.[0]?.message ?? error.message });
    } else {
      show({ is: 'offline' });
      wait(Math.min(firstRetry * 2 ** tries, lastRetry));
      tries += 1;
    }
  }
  function meet(theirs: StoredWords): void {
    const merged = mergeWords(base.words, words, theirs.words);
    if (merged.clashes.length > 0) {
      show({ is: 'conflict', theirs, places: merged.clashes });
      return;
    }
    const cameFromElsewhere = placesThatDiffer(words, merged.words).length > 0;
    ({ words } = merged);
    base = theirs;
    if (cameFromElsewhere) round += 1;
    if (theirs.isSent && isDirty()) {
      keep({ words, base });
      show({ is: 'refused', why: 'it is sent already. Take it back, and what you typed here is saved.' });
    } else goOn(0);
  }

  if (options.kept !== null) {
    const now = base;
    ({ words, base } = options.kept);
    standing = { is: 'saving' };
    meet(now);
  }

  return {
    state: () => current,
    write: (place, answer) => {
      words = { ...words, [place]: answer };
      keep({ words, base });
      if (standing.is === 'conflict') show(standing);
      else {
        show({ is: 'saving' });
        wait(pauseBeforeSaving);
      }
    },
    receive: (stored) => {
      if (sending !== null || standing.is === 'conflict' || stored.version === base.version) return;
      // Another meeting has taken what was sent: one begins anew, without asking what to do with it.
      if (isDirty()) meet(stored);
      else {
        if (placesThatDiffer(words, stored.words).length > 0) round += 1;
        base = stored;
        ({ words } = stored);
        show(standing);
      }
    },
    flush: async (isPageGoing) => {
      await save(isPageGoing);
      // Typed while the answer was on its way.
      if (isDirty() && standing.is === 'saving' && !isPageGoing) await save(false);
      return !isDirty() && standing.is !== 'conflict';
    },
    choose: (which) => {
      if (standing.is !== 'conflict') return;
      const { theirs, places } = standing;
      const merged: Record<string, Answer> = { ...mergeWords(base.words, words, theirs.words).words };
      if (which === 'theirs') for (const place of places) merged[place] = theirs.words[place] ?? {};
      words = merged;
      base = theirs;
      round += 1;
      standing = { is: 'saving' };
      goOn(0);
    },
    stop: () => clearTimeout(timer),
  };
}
