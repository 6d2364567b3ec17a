import type { Context } from '../../../server/http/serve.ts';
import type { OneOnOne } from '../contract.ts';
import type { State } from '../domain/states.ts';
import { presentNow } from './change-state.ts';
import { applyChange, prepareChange, refuseStaleVersion } from './transition.ts';
import type { Change } from './transition.ts';

/** Begins a change of content: while approval is pending the record goes back to active first. */
export async function beginEdit(context: Context, id: string, seenState: State | undefined): Promise<Change> {
  const change = await prepareChange(context, id, 'edit', seenState);
  await applyChange(context, change);
  return change;
}

interface RecordChange {
  title?: string | undefined;
  heldOn?: string | undefined;
  version: number;
  state?: State | undefined;
}

/** Title and date. */
export async function changeOneOnOne(context: Context, id: string, wanted: RecordChange): Promise<OneOnOne> {
  const change = await prepareChange(context, id, 'edit', wanted.state);
  refuseStaleVersion(change.row, wanted.version);
  await applyChange(context, change, {
    changes: {
      ...(wanted.title !== undefined && { title: wanted.title }),
      ...(wanted.heldOn !== undefined && { held_on: wanted.heldOn }),
    },
  });
  return presentNow(context, id);
}
