import type { Context } from '../../../server/http/serve.ts';
import type { OneOnOne } from '../contract.ts';
import type { State } from '../domain/states.ts';
import { presentNow } from './present-now.ts';
import { applyChange, prepareChange, refuseStaleVersion } from './transition.ts';

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
