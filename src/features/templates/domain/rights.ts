/** What the rules need to know of a template that the viewer can see, and of the viewer. */
export interface Standing {
  /** Null: it belongs to the library. */
  ownerId: string | null;
  viewerId: string;
}

export type Action = 'edit' | 'delete' | 'duplicate';
export type Refusal = 'library' | 'not_yours';
export type Verdict = { allowed: true } | { allowed: false; because: Refusal };

const allowed: Verdict = { allowed: true };
const refused = (because: Refusal): Verdict => ({ allowed: false, because });

/** Whoever sees a template may duplicate it; it is edited by its owner only, and one of the library by nobody. */
export function mayDo(action: Action, { ownerId, viewerId }: Standing): Verdict {
  if (action === 'duplicate') return allowed;
  if (ownerId === null) return refused('library');
  return ownerId === viewerId ? allowed : refused('not_yours');
}

export function abilitiesOf(standing: Standing): Record<Action, boolean> {
  return {
    edit: mayDo('edit', standing).allowed,
    delete: mayDo('delete', standing).allowed,
    duplicate: mayDo('duplicate', standing).allowed,
  };
}
