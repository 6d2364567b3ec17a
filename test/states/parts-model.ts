import type { Model } from './model.ts';

/** What is added to a record beside its states, told a second time and by hand like the states themselves. */
export const partActors = ['manager', 'employee', 'participant'] as const;
export type PartActor = (typeof partActors)[number];
/** `removeParticipant` by the participant is leaving. */
export const partCommands = [
  'open',
  'addParticipant',
  'removeParticipant',
  'comment',
  'addAddendum',
  'privateNote',
] as const;
export type PartCommand = (typeof partCommands)[number];

export interface PartsModel extends Model {
  /** Whether the one participant of this model is one now. */
  isReader: boolean;
}

/** The status an actor's command gets, and whether the participant is one afterwards. */
export function predictPart(
  model: PartsModel,
  actor: PartActor,
  command: PartCommand,
): { status: number; isReader: boolean } {
  const { state, managed, isReader } = model;
  const stays = (status: number) => ({ status, isReader });
  if (state === 'gone' || (state === 'draft' && actor !== 'manager')) return stays(404);
  if (actor === 'participant' && !isReader) return stays(404);
  if (command === 'open' || command === 'privateNote') return stays(200);
  if (command === 'removeParticipant') {
    const may = actor === 'participant' || (actor === 'manager' && managed);
    return may ? { status: 204, isReader: false } : stays(403);
  }
  if (command === 'addParticipant') {
    if (actor !== 'manager' || !managed) return stays(403);
    return state === 'draft' || state === 'active' ? { status: 200, isReader: true } : stays(409);
  }
  if (actor === 'participant' || (actor === 'manager' && !managed)) return stays(403);
  if (command === 'comment') return stays(state === 'active' || state === 'pending_approval' ? 201 : 409);
  return stays(state === 'approved' ? 201 : 409);
}
