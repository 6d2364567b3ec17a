import type { RichText } from '../../rich-text/domain/rich-text.ts';
import { canonicalJson } from '../../one-on-ones/domain/canonical-form.ts';
import { isEmptyRichText } from '../../rich-text/domain/plain-text.ts';
import { Problem } from '../../../shared/problems.ts';
import type { PrivateNote } from '../contract.ts';

export type NoteStanding =
  | { is: 'saved' }
  | { is: 'unsaved' }
  | { is: 'sending' }
  /** No answer came; it is tried again. */
  | { is: 'offline' }
  /** Written elsewhere meanwhile, in another tab or on another device. */
  | { is: 'conflict'; theirs: PrivateNote }
  | { is: 'refused'; why: string };

export interface KeptNote {
  text: RichText | null;
  version: number;
}

export interface NoteState {
  text: RichText | null;
  standing: NoteStanding;
  savedAt: string | null;
}

interface NoteSaverOptions {
  stored: PrivateNote;
  /** Words of before that the server does not have, as they were found on this device. */
  kept: KeptNote | null;
  keep: (kept: KeptNote) => void;
  forget: () => void;
  send: (body: KeptNote, keepalive: boolean) => Promise<PrivateNote>;
  /** The server's note in a refusal because of the version, or null where it says none. */
  currentOf: (problem: Problem) => PrivateNote | null;
  onChange: () => void;
}

export interface NoteSaver {
  state: () => NoteState;
  write: (text: RichText) => void;
  flush: (isPageGoing: boolean) => void;
  choose: (which: 'mine' | 'theirs') => void;
  stop: () => void;
}

const pauseBeforeSaving = 800;
const firstRetry = 1000;
const lastRetry = 30_000;

/** Saves a note while it is written: after a pause, one request at a time, kept on the device until the server has it. */
export function createNoteSaver(options: NoteSaverOptions): NoteSaver {
  const { stored, kept, keep, forget, send, onChange } = options;
  let { text, version, updatedAt: savedAt } = stored;
  let standing: NoteStanding = { is: 'saved' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let current: NoteState = { text, standing, savedAt };

  function show(next: NoteStanding): void {
    standing = next;
    current = { text, standing, savedAt };
    onChange();
  }
  function wait(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(false), ms);
  }
  function settle(): void {
    forget();
    tries = 0;
    show({ is: 'saved' });
  }
  async function save(isPageGoing: boolean): Promise<void> {
    clearTimeout(timer);
    if (!['unsaved', 'offline', 'refused'].includes(standing.is)) return;
    const sent = { text, version };
    show({ is: 'sending' });
    try {
      const answer = await send(sent, isPageGoing);
      version = answer.version;
      savedAt = answer.updatedAt;
      if (isSame(text, sent.text)) settle();
      else writeOn();
    } catch (error) {
      failed(error, sent.text);
    }
  }
  function writeOn(): void {
    keep({ text, version });
    show({ is: 'unsaved' });
    wait(pauseBeforeSaving);
  }
  function failed(error: unknown, sent: RichText | null): void {
    if (error instanceof Problem && error.code === 'stale_version') {
      const theirs = options.currentOf(error);
      if (theirs !== null && isSame(theirs.text, sent)) {
        // Our own words, whose acknowledgement was lost on the way.
        version = theirs.version;
        if (isSame(text, sent)) settle();
        else writeOn();
        return;
      }
      if (theirs !== null) {
        show({ is: 'conflict', theirs });
        return;
      }
    }
    if (error instanceof Problem && error.status < 500 && error.code !== 'signed_out') {
      show({ is: 'refused', why: error.extras.errors?.[0]?.message ?? error.message });
      return;
    }
    show({ is: 'offline' });
    wait(Math.min(firstRetry * 2 ** tries, lastRetry));
    tries += 1;
  }

  if (kept !== null && !isSame(kept.text, stored.text)) {
    text = kept.text;
    standing = kept.version === version ? { is: 'unsaved' } : { is: 'conflict', theirs: stored };
    current = { text, standing, savedAt };
    if (standing.is === 'unsaved') wait(0);
  } else if (kept !== null) {
    forget();
  }

  return {
    state: () => current,
    write: (doc) => {
      text = doc;
      keep({ text, version });
      if (standing.is === 'sending' || standing.is === 'conflict') show(standing);
      else {
        show({ is: 'unsaved' });
        wait(pauseBeforeSaving);
      }
    },
    flush: (isPageGoing) => void save(isPageGoing),
    choose: (which) => {
      if (standing.is !== 'conflict') return;
      ({ version } = standing.theirs);
      if (which === 'theirs') {
        ({ text, updatedAt: savedAt } = standing.theirs);
        settle();
        return;
      }
      show({ is: 'unsaved' });
      void save(false);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Whatever the order of the keys, which the database does not keep, and whatever empty paragraphs an editor left. */
function isSame(one: RichText | null, other: RichText | null): boolean {
  const bare = (doc: RichText | null) => (doc === null || isEmptyRichText(doc) ? null : doc);
  return canonicalJson(bare(one)) === canonicalJson(bare(other));
}
