import type { Context } from '../../../server/http/serve.ts';
import type { OneOnOne } from '../contract.ts';
import { presentNow } from './present-now.ts';
import { applyChange, prepareChange } from './transition.ts';

export async function shareOneOnOne(context: Context, id: string): Promise<OneOnOne> {
  await applyChange(context, await prepareChange(context, id, 'share'));
  return presentNow(context, id);
}
