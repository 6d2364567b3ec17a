import type { ListedOneOnOne } from '../contract.ts';
import { states, turnOf, type State } from '../domain/states.ts';

export interface NeedsMeGroup {
  state: State;
  title: string;
  rows: ListedOneOnOne[];
}

/** What to do, by the state in which something waits for me. */
const todo: Partial<Record<State, string>> = {
  pending_approval: 'Read and approve',
  active: 'Finish, and send for approval',
  draft: 'Write, and share',
};

/** What waits for me, by what to do; first what somebody else waits for. */
export function needsMeGroups(rows: readonly ListedOneOnOne[]): NeedsMeGroup[] {
  return states
    .toReversed()
    .filter((state) => turnOf(state) !== null)
    .map((state) => ({ state, title: todo[state] ?? '', rows: rows.filter((row) => row.state === state) }))
    .filter((group) => group.rows.length > 0);
}
