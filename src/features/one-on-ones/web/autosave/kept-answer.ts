import * as z from 'zod/mini';
import { forgetOnDevice, keepOnDevice, keptOnDevice } from '../../../../web/shell/device.ts';
import { answerSchema, type Answer } from '../../contract.ts';
import { isShared, states, type State } from '../../domain/states.ts';
import { isSameAnswer } from './compare-answers.ts';
import { editLeadsTo } from './edit-leads-to.ts';
import type { Effect, ItemDraft, Stored } from './item-draft.ts';

/** Words of mine on this device that the server has not acknowledged. */
const keptSchema = z.object({ answer: z.nullable(answerSchema), version: z.number(), state: z.enum(states) });
export type KeptAnswer = z.infer<typeof keptSchema>;

export interface Shelf {
  read: () => KeptAnswer | null;
  keep: (kept: KeptAnswer) => boolean;
  forget: () => void;
}

export function shelfFor(personId: string, oneOnOneId: string, itemId: string): Shelf {
  const key = `answer/${oneOnOneId}/${itemId}`;
  return {
    read: () => {
      const kept = keptSchema.safeParse(keptOnDevice(personId, key));
      return kept.success ? kept.data : null;
    },
    keep: (kept) => keepOnDevice(personId, key, kept),
    forget: () => forgetOnDevice(personId, key),
  };
}

interface Found extends Stored {
  state: State;
  isEditable: boolean;
}

/** An item as it is opened: with the server's answer, or with words that were kept here when the page went away. */
export function openDraft(found: Found, kept: KeptAnswer | null): { draft: ItemDraft; effects: Effect[] } {
  const stored: Stored = { answer: found.answer, version: found.version };
  const clean: ItemDraft = {
    stored,
    typed: found.answer,
    seen: found.state,
    standing: { is: 'saved' },
    attempt: 0,
  };
  if (kept === null) return { draft: clean, effects: [] };
  if (isSameAnswer(kept.answer, found.answer)) return { draft: clean, effects: [{ do: 'forget' }] };
  const mine: ItemDraft = { ...clean, typed: kept.answer, seen: kept.state };
  return reopened(mine, found, kept.version);
}

function reopened(
  mine: ItemDraft,
  found: Found,
  keptVersion: number,
): { draft: ItemDraft; effects: Effect[] } {
  const stays = (standing: ItemDraft['standing']) => ({ draft: { ...mine, standing }, effects: [] });
  const isExpected = mine.seen === found.state || editLeadsTo(mine.seen) === found.state;
  if (!found.isEditable || !isExpected) return stays({ is: 'moved', to: found.state });
  if (keptVersion < found.version) {
    return stays({ is: 'conflict', theirs: { answer: found.answer, version: found.version } });
  }
  const seen = found.state;
  if (isShared(seen)) return { draft: { ...mine, seen, standing: { is: 'restored' } }, effects: [] };
  return { draft: { ...mine, seen, standing: { is: 'unsaved' } }, effects: [{ do: 'wait', ms: 0 }] };
}

export function hasWords(answer: Answer | null): boolean {
  return !isSameAnswer(answer, null);
}
