/**
 * The life of a one-on-one as the rules tell it, written a second time and by hand: it shares nothing with the
 * application, so that the two can be held against each other.
 */
export type ModelState = 'draft' | 'active' | 'pending_approval' | 'approved' | 'gone';
export type Actor = 'manager' | 'employee';
export const commands = [
  'edit',
  'share',
  'requestApproval',
  'takeBack',
  'approve',
  'requestRevision',
  'delete',
] as const;
export type Command = (typeof commands)[number];

export interface Model {
  state: ModelState;
  /** Whether the manager still manages the employee. */
  managed: boolean;
}

/** The status an actor's command gets, and what it leaves behind. */
export function predict(
  { state, managed }: Model,
  actor: Actor,
  command: Command,
): { status: number; next: ModelState } {
  const stays = (status: number) => ({ status, next: state });
  const goes = (next: ModelState, status = 200) => ({ status, next });
  if (state === 'gone') return stays(404);
  if (state === 'draft' && actor === 'employee') return stays(404);

  const forEmployee = command === 'approve' || command === 'requestRevision';
  if (forEmployee !== (actor === 'employee')) return stays(403);
  if (!managed) {
    if (command === 'approve') return state === 'pending_approval' ? goes('approved') : stays(409);
    if (command === 'delete' && state === 'draft') return goes('gone', 204);
    return stays(403);
  }
  if (command === 'edit') {
    if (state === 'approved') return stays(409);
    return goes(state === 'pending_approval' ? 'active' : state);
  }
  if (command === 'share') return state === 'draft' ? goes('active') : stays(409);
  if (command === 'requestApproval') {
    return state === 'draft' || state === 'active' ? goes('pending_approval') : stays(409);
  }
  if (command === 'takeBack') return state === 'pending_approval' ? goes('active') : stays(409);
  if (command === 'delete') return state === 'draft' || state === 'active' ? goes('gone', 204) : stays(409);
  if (command === 'approve') return state === 'pending_approval' ? goes('approved') : stays(409);
  return state === 'pending_approval' ? goes('active') : stays(409);
}
