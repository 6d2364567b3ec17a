import type { Context } from '../../../server/http/serve.ts';
import type { OneOnOne } from '../contract.ts';
import { presentNow } from './present-now.ts';
import { applyChange, prepareChange } from './transition.ts';

export async function requestRevision(context: Context, id: string, message: string): Promise<OneOnOne> {
  await applyChange(context, await prepareChange(context, id, 'requestRevision'), { message });
  return presentNow(context, id);
}
