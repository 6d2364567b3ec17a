import { Problem } from '../../../../shared/problems.ts';
import * as z from 'zod/mini';
import { call } from '../../../../web/shell/call.ts';
import { answerSchema, oneOnOneRoutes } from '../../contract.ts';
import type { CallResult } from '../../../../shared/routes.ts';
import { states } from '../../domain/states.ts';
import { step, type DraftEvent, type Effect, type Failure, type ItemDraft } from './item-draft.ts';
import { saidIn } from './compare-answers.ts';
import type { Shelf } from './kept-answer.ts';

export type Answered = CallResult<typeof oneOnOneRoutes.answer>;

interface ItemSaverOptions {
  oneOnOneId: string;
  itemId: string;
  shelf: Shelf;
  opened: { draft: ItemDraft; effects: Effect[] };
  onChange: () => void;
  onAnswered: (answered: Answered) => void;
  /** The server has something else than this page shows. */
  onOutdated: () => void;
}

export interface ItemSaver {
  draft: () => ItemDraft;
  dispatch: (event: DraftEvent) => void;
  stop: () => void;
}

/** A browser lets a request outlive its page only up to 64 KiB of all such bodies together. */
const keepaliveLimit = 60 * 1024;

/** Carries out what `step` decides for one item: timer, request, device. One request at a time. */
export function createItemSaver(options: ItemSaverOptions): ItemSaver {
  let draft = options.opened.draft;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function dispatch(event: DraftEvent): void {
    const next = step(draft, event);
    const isNew = next.draft !== draft;
    draft = next.draft;
    // Only the next try of a request outlives what is typed meanwhile.
    if (isNew && draft.standing.is !== 'offline') clearTimeout(timer);
    next.effects.forEach(carryOut);
    if (isNew) options.onChange();
  }

  function carryOut(effect: Effect): void {
    switch (effect.do) {
      case 'send':
        void send(effect);
        return;
      case 'keep': {
        const { answer, version, state } = effect;
        options.shelf.keep({ answer, version, state });
        return;
      }
      case 'forget':
        options.shelf.forget();
        return;
      case 'wait':
        clearTimeout(timer);
        timer = setTimeout(() => dispatch({ type: 'due' }), effect.ms);
        return;
    }
  }

  async function send({ answer, version, state }: Effect & { do: 'send' }): Promise<void> {
    const { oneOnOneId, itemId } = options;
    const body = { answer, version, state };
    try {
      const keepalive = new TextEncoder().encode(JSON.stringify(body)).length < keepaliveLimit;
      const answered = await call(oneOnOneRoutes.answer, {
        params: { oneOnOneId, itemId },
        body,
        keepalive,
      });
      options.onAnswered(answered);
      const stored = { answer: saidIn(answered.answer), version: answered.version };
      dispatch({ type: 'acknowledged', stored, state: answered.oneOnOne.state });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.is === 'moved' || failure.is === 'stale') options.onOutdated();
      dispatch({ type: 'failed', failure });
    }
  }

  options.opened.effects.forEach(carryOut);
  return { draft: () => draft, dispatch, stop: () => clearTimeout(timer) };
}

const staleSchema = z.object({
  answer: z.nullable(z.extend(answerSchema, { done: z.optional(z.boolean()) })),
  version: z.number(),
});
const movedSchema = z.object({ state: z.enum(states) });

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Problem)) return { is: 'offline' };
  const stale = staleSchema.safeParse(error.extras.current);
  if (error.code === 'stale_version' && stale.success) {
    return { is: 'stale', theirs: { ...stale.data, answer: saidIn(stale.data.answer) } };
  }
  const moved = movedSchema.safeParse(error.extras.current);
  if (error.code === 'wrong_state' && moved.success) return { is: 'moved', to: moved.data.state };
  if (error.status >= 500 || error.code === 'too_many_attempts' || error.code === 'signed_out') {
    return { is: 'offline' };
  }
  const field = error.extras.errors?.[0]?.message;
  return { is: 'refused', why: field ?? error.message };
}
