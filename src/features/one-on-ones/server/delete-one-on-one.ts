import type { Context } from '../../../server/http/serve.ts';
import { applyChange, prepareChange } from './transition.ts';

export async function deleteOneOnOne(context: Context, id: string): Promise<void> {
  await applyChange(context, await prepareChange(context, id, 'delete'));
}
