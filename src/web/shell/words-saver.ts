import { Problem } from '../../shared/problems.ts';

/** All that is written in one go, by place: each place is somebody's who wrote there, and nobody else's. */
export type Words = Readonly<Record<string, unknown>>;

type Place<W extends Words> = Extract<keyof W, string>;

/** What the server has. */
export interface Stored<W extends Words> {
  words: W;
  /** Counts the changes. */
  version: number;
}

export type Standing<W extends Words, S extends Stored<W>> =
  | { is: 'untouched' }
  | { is: 'saved'; at: Date }
  | { is: 'saving' }
  /** No answer came; it is tried again. */
  | { is: 'offline' }
  /** Somebody else, or oneself elsewhere, wrote something different in these places meanwhile. */
  | { is: 'conflict'; theirs: S; places: Place<W>[] }
  | { is: 'refused'; why: string };

export interface Writing<W extends Words, S extends Stored<W>> {
  words: W;
  standing: Standing<W, S>;
  /** What the server had when it was last heard of. */
  stored: S;
  /** Counts what came from elsewhere, so that an editor begins anew with it. */
  round: number;
  /** What is shown is what the server has, in this version. */
  savedAs: number | null;
}

export interface Kept<W extends Words, S extends Stored<W>> {
  words: W;
  /** What they were based on. */
  base: S;
}

export interface WordsSaverOptions<W extends Words, S extends Stored<W>> {
  stored: S;
  /** Words of before that the server does not have, as they were found on this device. */
  kept: Kept<W, S> | null;
  keep: (kept: Kept<W, S>) => void;
  forget: () => void;
  send: (words: W, version: number, isPageGoing: boolean) => Promise<S>;
  /** What the server has, in a refusal because of the version; null where it says nothing. */
  currentOf: (problem: Problem) => S | null;
  /** Whether the two say the same in a place, whatever their form. */
  isSame: (one: W[keyof W] | undefined, other: W[keyof W] | undefined) => boolean;
  /** Why nothing can be written while the server has this; null where it can. */
  refusal?: (stored: S) => string | null;
  /** Versions begin anew when what was written was used: then an other one is a newer one. */
  beginsAnew?: boolean;
  onChange: () => void;
}

export interface WordsSaver<W extends Words, S extends Stored<W>> {
  state: () => Writing<W, S>;
  write: (change: Partial<W>) => void;
  /** What the server has now, found by asking again. */
  receive: (stored: S) => void;
  /** Answers whether all that was typed is with the server. */
  flush: (isPageGoing: boolean) => Promise<boolean>;
  choose: (which: 'mine' | 'theirs') => void;
  stop: () => void;
}

const pauseBeforeSaving = 800;
const firstRetry = 1000;
const lastRetry = 30_000;

/**
 * Saves while one writes: after a pause, one request at a time, kept on the device until the server has it. What came
 * from elsewhere meanwhile is put together place by place; where both wrote, both are shown and one chooses.
 */
export function createWordsSaver<W extends Words, S extends Stored<W>>(
  options: WordsSaverOptions<W, S>,
): WordsSaver<W, S> {
  const { keep, forget, send, onChange, refusal = () => null, beginsAnew = false } = options;
  let base = options.stored;
  let { words } = base;
  let round = 0;
  let standing: Standing<W, S> = { is: 'untouched' };
  let current = stateNow();
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;

  function stateNow(): Writing<W, S> {
    const isSaved = standing.is === 'saved' || standing.is === 'untouched';
    return { words, standing, stored: base, round, savedAs: isSaved ? base.version : null };
  }
  function show(next: Standing<W, S>): void {
    standing = next;
    current = stateNow();
    onChange();
  }
  function wait(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(false), ms);
  }
  function differing(one: W, other: W): Place<W>[] {
    const places = new Set<Place<W>>();
    for (const place in one) places.add(place);
    for (const place in other) places.add(place);
    return [...places].filter((place) => !options.isSame(one[place], other[place]));
  }
  const isDirty = () => differing(words, base.words).length > 0;
  /** Theirs, but for the places that were written here: these are as they are here. */
  function over(theirs: W, places: readonly Place<W>[]): W {
    const mine = Object.fromEntries(places.map((place) => [place, words[place]]));
    return { ...theirs, ...mine };
  }
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
        // What stands there is left as it was typed: a space at its end may be the beginning of the next word.
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
  /** Each place goes to whoever changed it; only where both did somebody has to choose. */
  function meet(theirs: S): void {
    const changedHere = differing(words, base.words);
    const clashes = changedHere.filter(
      (place) =>
        !options.isSame(theirs.words[place], base.words[place]) &&
        !options.isSame(theirs.words[place], words[place]),
    );
    if (clashes.length > 0) {
      show({ is: 'conflict', theirs, places: clashes });
      return;
    }
    const merged = over(theirs.words, changedHere);
    if (differing(words, merged).length > 0) round += 1;
    words = merged;
    base = theirs;
    const why = refusal(theirs);
    if (why !== null && isDirty()) {
      keep({ words, base });
      show({ is: 'refused', why });
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
    write: (change) => {
      words = { ...words, ...change };
      keep({ words, base });
      if (standing.is === 'conflict') show(standing);
      else {
        show({ is: 'saving' });
        wait(pauseBeforeSaving);
      }
    },
    receive: (stored) => {
      const isKnown = beginsAnew ? stored.version === base.version : stored.version <= base.version;
      if (sending !== null || standing.is === 'conflict' || isKnown) return;
      // Another meeting may have taken what was sent: one begins anew, without being asked what to do with it.
      if (isDirty()) meet(stored);
      else {
        if (differing(words, stored.words).length > 0) round += 1;
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
      const changedHere = differing(words, base.words);
      const mine = which === 'mine' ? changedHere : changedHere.filter((place) => !places.includes(place));
      words = over(theirs.words, mine);
      base = theirs;
      round += 1;
      standing = { is: 'saving' };
      goOn(0);
    },
    stop: () => clearTimeout(timer),
  };
}
