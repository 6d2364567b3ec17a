import { Problem } from '../../../shared/problems.ts';

/** What stands above the points: what the meeting is for. */
export interface Head {
  objective: string;
  topics: readonly string[];
}
export interface StoredHead extends Head {
  version: number;
}
type Field = keyof Head;
const fields = ['objective', 'topics'] as const satisfies readonly Field[];

export type HeadStanding =
  | { is: 'untouched' }
  | { is: 'saved'; at: Date }
  | { is: 'saving' }
  /** No answer came; it is tried again. */
  | { is: 'offline' }
  /** The other wrote into the same field meanwhile. */
  | { is: 'conflict'; theirs: StoredHead }
  | { is: 'refused'; why: string };

export interface HeadState {
  head: Head;
  standing: HeadStanding;
}

interface HeadSaverOptions {
  stored: StoredHead;
  /** Words of before that the server does not have, with what they were based on. */
  kept: KeptHead | null;
  keep: (kept: KeptHead) => void;
  forget: () => void;
  send: (body: StoredHead, isPageGoing: boolean) => Promise<StoredHead>;
  currentOf: (problem: Problem) => StoredHead | null;
  onChange: () => void;
}

export interface KeptHead {
  head: Head;
  base: StoredHead;
}

export interface HeadSaver {
  state: () => HeadState;
  write: (change: Partial<Head>) => void;
  /** What the server has now, found by asking again. */
  receive: (stored: StoredHead) => void;
  flush: (isPageGoing: boolean) => void;
  choose: (which: 'mine' | 'theirs') => void;
  stop: () => void;
}

const pauseBeforeSaving = 800;
const firstRetry = 1000;
const lastRetry = 30_000;

/** Saves while one writes: after a pause, one request at a time, kept on the device until the server has it. */
export function createHeadSaver(options: HeadSaverOptions): HeadSaver {
  const { kept, keep, forget, send, onChange } = options;
  let base = options.stored;
  let head: Head = { objective: base.objective, topics: base.topics };
  let standing: HeadStanding = { is: 'untouched' };
  let current: HeadState = { head, standing };
  let isSending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;

  function show(next: HeadStanding): void {
    standing = next;
    current = { head, standing };
    onChange();
  }
  function wait(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(false), ms);
  }
  function isDirty(): boolean {
    return fields.some((field) => !isSame(head[field], base[field]));
  }
  function settle(): void {
    tries = 0;
    forget();
    show({ is: 'saved', at: new Date() });
  }
  async function save(isPageGoing: boolean): Promise<void> {
    clearTimeout(timer);
    if (isSending || standing.is === 'conflict' || !isDirty()) return;
    isSending = true;
    const sent = head;
    show({ is: 'saving' });
    try {
      base = await send({ ...sent, version: base.version }, isPageGoing);
      isSending = false;
      // What stands there is left as it was typed: a space at its end may be the beginning of the next word.
      if (head === sent) settle();
      else {
        show({ is: 'saving' });
        wait(pauseBeforeSaving);
      }
    } catch (error) {
      isSending = false;
      failed(error);
    }
  }
  function failed(error: unknown): void {
    const theirs =
      error instanceof Problem && error.code === 'stale_version' ? options.currentOf(error) : null;
    if (theirs !== null) {
      meet(theirs);
    } else if (error instanceof Problem && error.status < 500 && error.code !== 'signed_out') {
      show({ is: 'refused', why: error.extras.errors?.[0]?.message ?? error.message });
    } else {
      show({ is: 'offline' });
      wait(Math.min(firstRetry * 2 ** tries, lastRetry));
      tries += 1;
    }
  }
  /** Each field goes to whoever changed it; only where both did somebody has to choose. */
  function meet(theirs: StoredHead): void {
    const isClash = fields.some(
      (field) =>
        !isSame(head[field], base[field]) &&
        !isSame(theirs[field], base[field]) &&
        !isSame(head[field], theirs[field]),
    );
    if (isClash) {
      show({ is: 'conflict', theirs });
      return;
    }
    head = {
      objective: isSame(head.objective, base.objective) ? theirs.objective : head.objective,
      topics: isSame(head.topics, base.topics) ? theirs.topics : head.topics,
    };
    base = theirs;
    if (isDirty()) {
      keep({ head, base });
      show({ is: 'saving' });
      wait(0);
    } else settle();
  }

  if (kept !== null) {
    const now = base;
    ({ head, base } = kept);
    standing = { is: 'saving' };
    current = { head, standing };
    if (now.version === base.version) wait(0);
    else meet(now);
  }

  return {
    state: () => current,
    write: (change) => {
      head = { ...head, ...change };
      keep({ head, base });
      if (standing.is === 'conflict') show(standing);
      else {
        show({ is: 'saving' });
        wait(pauseBeforeSaving);
      }
    },
    receive: (stored) => {
      if (isSending || isDirty() || stored.version <= base.version) return;
      base = stored;
      head = { objective: stored.objective, topics: stored.topics };
      show(standing);
    },
    flush: (isPageGoing) => void save(isPageGoing),
    choose: (which) => {
      if (standing.is !== 'conflict') return;
      base = standing.theirs;
      if (which === 'theirs') {
        head = { objective: base.objective, topics: base.topics };
        settle();
        return;
      }
      keep({ head, base });
      show({ is: 'saving' });
      void save(false);
    },
    stop: () => clearTimeout(timer),
  };
}

function isSame(one: Head[Field], other: Head[Field]): boolean {
  return JSON.stringify(trimmed(one)) === JSON.stringify(trimmed(other));
}

function trimmed(value: Head[Field]): Head[Field] {
  return typeof value === 'string' ? value.trim() : trimmedTopics(value);
}

function trimmedTopics(topics: readonly string[]): string[] {
  return topics.map((topic) => topic.trim()).filter((topic) => topic !== '');
}

/** As the server keeps it: without the spaces around, and without topics that say nothing. */
export function written({ objective, topics }: Head): { objective: string; topics: string[] } {
  return { objective: objective.trim(), topics: trimmedTopics(topics) };
}
