import type { Saving } from '../../../../web/ui/save-state.tsx';
import { isShared } from '../../domain/states.ts';
import type { ItemDraft } from './item-draft.ts';

/** The save state of a whole record in one: what is most urgent to know. */
export function savingOf(drafts: readonly ItemDraft[], savedAt: string | Date): Saving {
  const standing = (is: ItemDraft['standing']['is']) => drafts.filter((draft) => draft.standing.is === is);
  const refused = standing('refused')[0]?.standing;
  if (standing('conflict').length > 0) return { is: 'failed', why: 'there are two versions of an answer' };
  if (standing('moved').length > 0) return { is: 'failed', why: 'the one-on-one is in another state' };
  if (refused?.is === 'refused') return { is: 'failed', why: refused.why };
  if (standing('offline').length > 0) return { is: 'offline' };
  if (standing('sending').length > 0) return { is: 'saving' };
  const unsaved = standing('unsaved');
  if (unsaved.some(({ seen }) => isShared(seen)) || standing('restored').length > 0) return { is: 'kept' };
  return unsaved.length > 0 ? { is: 'saving' } : { is: 'saved', at: savedAt };
}
