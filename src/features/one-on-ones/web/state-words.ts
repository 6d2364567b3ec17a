import type { Shape, Tone } from '../../../web/ui/badge.tsx';
import type { ListedOneOnOne } from '../contract.ts';
import { states, turnOf, type State } from '../domain/states.ts';

interface StateWords {
  label: string;
  tone: Tone & ('draft' | 'active' | 'pending' | 'approved');
  shape: Shape;
}

export const stateWords: Record<State, StateWords> = {
  draft: { label: 'Draft', tone: 'draft', shape: 'ring' },
  active: { label: 'Active', tone: 'active', shape: 'dot' },
  pending_approval: { label: 'Pending approval', tone: 'pending', shape: 'half' },
  approved: { label: 'Approved', tone: 'approved', shape: 'check' },
};

export const stateSteps = states.map((id) => ({
  id,
  label: stateWords[id].label,
  tone: stateWords[id].tone,
}));

/** Whose turn it is, in words; null where nothing is left to do. */
export function turnWords(
  record: Pick<ListedOneOnOne, 'state' | 'yourTurn' | 'manager' | 'employee'>,
  myId: string,
): string | null {
  if (record.yourTurn) return 'Your turn';
  const turn = turnOf(record.state);
  if (turn === null) return null;
  const whose = record[turn];
  return whose.id === myId ? 'Read only' : `Waiting for ${firstName(whose.name)}`;
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}
