import { transitionFor, type State } from '../../domain/states.ts';

/** The state in which an edit leaves the record; null where nothing can be edited. */
export function editLeadsTo(state: State): State | null {
  const to = transitionFor('edit', state)?.to ?? null;
  return to === 'gone' ? null : to;
}
