import { assertNever } from '../../../../shared/assert-never.ts';
import type { Answer } from '../../contract.ts';
import { isShared, type State } from '../../domain/states.ts';
import { bothAnswers, isSameAnswer } from './compare-answers.ts';
import { editLeadsTo } from './edit-leads-to.ts';

/** An answer as the server has it. */
export interface Stored {
  answer: Answer | null;
  version: number;
}

/** What stands between what is on the page and what the server has. */
export type Standing =
  | { is: 'saved' }
  /** Kept on this device: in a draft until a pause, in a shared record until one leaves the item. */
  | { is: 'unsaved' }
  | { is: 'sending'; sent: Answer | null; again: boolean }
  /** No answer came; it is tried again. */
  | { is: 'offline' }
  /** Found on this device after a reload, in a record that is shared: published only when one says so. */
  | { is: 'restored' }
  | { is: 'conflict'; theirs: Stored }
  /** The record is in another state than the one that was edited. */
  | { is: 'moved'; to: State }
  | { is: 'refused'; why: string };

export interface ItemDraft {
  readonly stored: Stored;
  readonly typed: Answer | null;
  /** The state of the record that the words were typed into. */
  readonly seen: State;
  readonly standing: Standing;
  /** How often it was tried in vain. */
  readonly attempt: number;
}

export type Failure =
  | { is: 'offline' }
  | { is: 'stale'; theirs: Stored }
  | { is: 'moved'; to: State }
  | { is: 'refused'; why: string };

export type DraftEvent =
  /** `whole`: a choice that is complete in itself, unlike a sentence being typed. */
  | { type: 'typed'; answer: Answer | null; state: State; whole?: boolean }
  | { type: 'due' }
  | { type: 'left' }
  | { type: 'hidden'; forGood: boolean }
  | { type: 'online' }
  | { type: 'acknowledged'; stored: Stored; state: State }
  | { type: 'failed'; failure: Failure }
  | { type: 'arrived'; stored: Stored; state: State }
  | { type: 'chosen'; keep: 'mine' | 'theirs' | 'both' }
  | { type: 'published' }
  | { type: 'discarded' };

export type Effect =
  | { do: 'send'; answer: Answer | null; version: number; state: State }
  | { do: 'keep'; answer: Answer | null; version: number; state: State }
  | { do: 'forget' }
  | { do: 'wait'; ms: number };

interface Step {
  draft: ItemDraft;
  effects: Effect[];
}

export const pauseBeforeSaving = 800;
const firstRetry = 1000;
const lastRetry = 30_000;

/** What happens to an item's words. Pure: the effects are carried out by `item-saver.ts`. */
export function step(draft: ItemDraft, event: DraftEvent): Step {
  switch (event.type) {
    case 'typed':
      return typed(draft, event);
    case 'due':
      return isWaiting(draft) ? send(draft) : stay(draft);
    case 'left':
      return left(draft);
    case 'hidden':
      return (event.forGood || !isShared(draft.seen)) && isWaiting(draft) ? send(draft) : stay(draft);
    case 'online':
      return draft.standing.is === 'offline' ? send(draft) : stay(draft);
    case 'acknowledged':
      return acknowledged(draft, event.stored, event.state);
    case 'failed':
      return failed(draft, event.failure);
    case 'arrived':
      return arrived(draft, event.stored, event.state);
    case 'chosen':
      return chosen(draft, event.keep);
    case 'published':
      return published(draft);
    case 'discarded':
      return settled({ ...draft, typed: draft.stored.answer });
    default:
      return assertNever(event);
  }
}

function stay(draft: ItemDraft): Step {
  return { draft, effects: [] };
}

function settled(draft: ItemDraft): Step {
  return { draft: { ...draft, standing: { is: 'saved' }, attempt: 0 }, effects: [{ do: 'forget' }] };
}

function keeping(draft: ItemDraft): Effect {
  return { do: 'keep', answer: draft.typed, version: draft.stored.version, state: draft.seen };
}

function isWaiting({ standing }: ItemDraft): boolean {
  return standing.is === 'unsaved' || standing.is === 'offline' || standing.is === 'refused';
}

function isClean({ standing }: ItemDraft): boolean {
  return standing.is === 'saved';
}

function send(draft: ItemDraft): Step {
  const { typed: answer, seen, stored } = draft;
  return {
    draft: { ...draft, standing: { is: 'sending', sent: answer, again: false } },
    effects: [keeping(draft), { do: 'send', answer, version: stored.version, state: seen }],
  };
}

/** Words wait for a pause; in a shared record nobody watches half a sentence, so they wait until one leaves. */
function waiting(draft: ItemDraft, whole: boolean): Step {
  const effects: Effect[] = [keeping(draft)];
  if (whole || !isShared(draft.seen)) effects.push({ do: 'wait', ms: pauseBeforeSaving });
  return { draft: { ...draft, standing: { is: 'unsaved' } }, effects };
}

function typed(before: ItemDraft, event: DraftEvent & { type: 'typed' }): Step {
  const draft = { ...before, typed: event.answer, ...(isClean(before) && { seen: event.state }) };
  switch (before.standing.is) {
    case 'saved':
    case 'unsaved':
    case 'refused':
    case 'restored':
      return isSameAnswer(draft.typed, draft.stored.answer)
        ? settled(draft)
        : waiting(draft, event.whole ?? false);
    case 'sending':
    case 'offline':
    case 'conflict':
    case 'moved':
      return { draft, effects: [keeping(draft)] };
    default:
      return assertNever(before.standing);
  }
}

function left(draft: ItemDraft): Step {
  const { standing } = draft;
  if (standing.is === 'unsaved' || standing.is === 'refused') return send(draft);
  if (standing.is !== 'sending') return stay(draft);
  return { draft: { ...draft, standing: { ...standing, again: true } }, effects: [] };
}

function acknowledged(draft: ItemDraft, stored: Stored, state: State): Step {
  const { standing } = draft;
  if (standing.is !== 'sending') return stay(draft);
  const now = { ...draft, stored, seen: state, attempt: 0 };
  // What is on the page stays as it is: the server's tidier form of it must not move the cursor.
  if (isSameAnswer(draft.typed, standing.sent)) return settled(now);
  return standing.again ? send(now) : waiting(now, false);
}

function failed(draft: ItemDraft, failure: Failure): Step {
  const { standing } = draft;
  if (standing.is !== 'sending') return stay(draft);
  switch (failure.is) {
    case 'offline': {
      const ms = Math.min(firstRetry * 2 ** draft.attempt, lastRetry);
      const waits: ItemDraft = { ...draft, attempt: draft.attempt + 1, standing: { is: 'offline' } };
      return { draft: waits, effects: [keeping(waits), { do: 'wait', ms }] };
    }
    case 'stale':
      return stale(draft, standing.sent, failure.theirs);
    case 'moved': {
      const seen = failure.to;
      // Whoever agreed to take the record back to this state need not be asked again.
      if (editLeadsTo(draft.seen) === seen && seen !== draft.seen) return send({ ...draft, seen });
      return {
        draft: { ...draft, standing: { is: 'moved', to: seen } },
        effects: [keeping(draft)],
      };
    }
    case 'refused':
      return {
        draft: { ...draft, standing: { is: 'refused', why: failure.why } },
        effects: [keeping(draft)],
      };
    default:
      return assertNever(failure);
  }
}

function stale(draft: ItemDraft, sent: Answer | null, theirs: Stored): Step {
  const now = { ...draft, stored: theirs };
  if (isSameAnswer(theirs.answer, draft.typed)) return settled(now);
  // Our own words, whose acknowledgement was lost on the way.
  if (isSameAnswer(theirs.answer, sent)) return send(now);
  // Only what stands beside the words has changed: it was ticked.
  if (isSameAnswer(theirs.answer, draft.stored.answer)) return send(now);
  return { draft: { ...draft, standing: { is: 'conflict', theirs } }, effects: [keeping(draft)] };
}

function arrived(draft: ItemDraft, stored: Stored, state: State): Step {
  if (isClean(draft)) {
    if (stored.version < draft.stored.version) return stay(draft);
    const isSame = stored.version === draft.stored.version;
    return stay({ ...draft, seen: state, ...(isSame ? {} : { stored, typed: stored.answer }) });
  }
  if (stored.version <= draft.stored.version || draft.standing.is === 'sending') return stay(draft);
  if (isSameAnswer(stored.answer, draft.typed)) return settled({ ...draft, stored });
  if (draft.standing.is !== 'conflict') {
    if (!isSameAnswer(stored.answer, draft.stored.answer)) return stay(draft);
    const now = { ...draft, stored };
    return { draft: now, effects: [keeping(now)] };
  }
  return stay({ ...draft, standing: { is: 'conflict', theirs: stored } });
}

function chosen(draft: ItemDraft, keep: 'mine' | 'theirs' | 'both'): Step {
  const { standing } = draft;
  if (standing.is !== 'conflict') return stay(draft);
  const stored = standing.theirs;
  if (keep === 'theirs') return settled({ ...draft, stored, typed: stored.answer });
  const answer = keep === 'both' ? bothAnswers(stored.answer, draft.typed) : draft.typed;
  return send({ ...draft, stored, typed: answer });
}

function published(draft: ItemDraft): Step {
  const { standing } = draft;
  if (standing.is === 'moved') return send({ ...draft, seen: standing.to });
  return standing.is === 'restored' || isWaiting(draft) ? send(draft) : stay(draft);
}
