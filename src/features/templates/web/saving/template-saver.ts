import { Problem } from '../../../../shared/problems.ts';
import { messageOf } from '../../../../web/ui/message-of.ts';
import type { Saving } from '../../../../web/ui/save-state.tsx';
import { templateSchema } from '../../contract.ts';
import type { Template } from '../../contract.ts';
import { sameWhenSaved, savable } from '../../domain/document.ts';
import type { TemplateDocument } from '../../domain/document.ts';
import type { Shelf } from './kept-template.ts';

/** A template while it is edited: what stands on the page, what has become of it, what was saved elsewhere. */
export interface Draft {
  document: TemplateDocument;
  saving: Saving;
  /** What somebody (the owner, in another window) has saved meanwhile; nothing is sent until one is chosen. */
  conflict: Template | null;
}

export interface TemplateSaver {
  draft: () => Draft;
  subscribe: (listener: () => void) => () => void;
  change: (update: (document: TemplateDocument) => TemplateDocument) => void;
  /** Sends what is not saved yet; true once everything is. */
  flush: () => Promise<boolean>;
  /** The page goes out of sight, maybe for good: what is still waiting is sent now. */
  hide: () => void;
  resolve: (choice: 'mine' | 'theirs') => void;
  /** The template is gone: nothing is sent or kept any more. */
  discard: () => void;
}

type Save = TemplateDocument & { version: number };

interface SaverOptions {
  template: Template;
  shelf: Shelf;
  send: (save: Save) => Promise<Template>;
  onSaved: (template: Template) => void;
}

const pause = 900;
const longestWait = 5000;
const retryAfter = 5000;

/** Saves the whole document after a pause, one request at a time, each based on the version before. */
export function createTemplateSaver({ template, shelf, send, onSaved }: SaverOptions): TemplateSaver {
  const listeners = new Set<() => void>();
  let version = template.version;
  let saved = documentOf(template);
  let draft: Draft = { document: saved, saving: { is: 'saved', at: template.updatedAt }, conflict: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let running: Promise<void> | null = null;
  let sending: TemplateDocument | null = null;

  const show = (change: Partial<Draft>) => {
    draft = { ...draft, ...change };
    for (const listener of listeners) listener();
  };
  const isSaved = () => sameWhenSaved(draft.document, saved);
  const wait = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ms);
  };
  const settle = (stored: Template, document: TemplateDocument) => {
    version = stored.version;
    saved = document;
    if (isSaved()) shelf.forget();
    else shelf.keep({ version, document: draft.document });
  };

  function run(): Promise<void> {
    clearTimeout(timer);
    waitingSince = null;
    running ??= sendAll().finally(() => {
      running = null;
      sending = null;
    });
    return running;
  }

  async function sendAll(): Promise<void> {
    while (draft.conflict === null && !isSaved()) {
      sending = draft.document;
      show({ saving: { is: 'saving' } });
      try {
        const stored = await send({ ...savable(sending), version });
        settle(stored, sending);
        show({ saving: { is: 'saved', at: stored.updatedAt } });
        onSaved(stored);
      } catch (error) {
        if (!overtaken(error)) return;
      }
    }
  }

  /** True where it can go on at once: what is there already is what was to be saved. */
  function overtaken(error: unknown): boolean {
    const current = currentOf(error);
    if (current !== null && sameWhenSaved(documentOf(current), draft.document)) {
      settle(current, draft.document);
      show({ saving: { is: 'saved', at: current.updatedAt } });
      return true;
    }
    if (current === null) {
      const isOffline = !(error instanceof Problem);
      show({ saving: isOffline ? { is: 'offline' } : { is: 'failed', why: whyOf(error) } });
      if (isOffline || error.status >= 429) wait(retryAfter);
    } else {
      show({ conflict: current, saving: { is: 'kept' } });
    }
    return false;
  }

  const kept = shelf.kept();
  if (kept !== null && !sameWhenSaved(kept.document, saved)) {
    const isBehind = kept.version !== version;
    draft = { document: kept.document, saving: { is: 'kept' }, conflict: isBehind ? template : null };
    if (!isBehind) wait(0);
  } else shelf.forget();

  return {
    draft: () => draft,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (update) => {
      show({ document: update(draft.document) });
      if (isSaved()) shelf.forget();
      else shelf.keep({ version, document: draft.document });
      if (isSaved() || draft.conflict !== null || draft.saving.is === 'offline') return;
      waitingSince ??= Date.now();
      wait(Math.min(pause, Math.max(0, waitingSince + longestWait - Date.now())));
    },
    flush: async () => {
      await run();
      return isSaved();
    },
    hide: () => {
      const isWaitingBehind = running !== null && sending !== null && !sameWhenSaved(sending, draft.document);
      // The page may not live to see the answer that is on its way; the next version is known all the same.
      if (isWaitingBehind)
        void send({ ...savable(draft.document), version: version + 1 }).catch(() => undefined);
      else void run();
    },
    resolve: (choice) => {
      const theirs = draft.conflict;
      if (theirs === null) return;
      version = theirs.version;
      saved = documentOf(theirs);
      show({ conflict: null, ...(choice === 'theirs' && { document: saved }) });
      if (isSaved()) {
        shelf.forget();
        show({ saving: { is: 'saved', at: theirs.updatedAt } });
      } else void run();
    },
    discard: () => {
      clearTimeout(timer);
      saved = draft.document;
      shelf.forget();
    },
  };
}

export function documentOf({ title, description, shared, sections }: Template): TemplateDocument {
  return { title, description, shared, sections };
}

function currentOf(error: unknown): Template | null {
  if (!(error instanceof Problem) || error.code !== 'stale_version') return null;
  return templateSchema.safeParse(error.extras.current).data ?? null;
}

function whyOf(error: Problem): string {
  return error.extras.errors?.[0]?.message ?? messageOf(error);
}
