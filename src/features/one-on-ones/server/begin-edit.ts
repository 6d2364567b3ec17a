import type { Context } from '../../../server/http/serve.ts';
import type { State } from '../domain/states.ts';
import { applyChange, prepareChange } from './transition.ts';

/**
 * Begins a change of content: reach, right and state, then the record's own part of it. While approval is pending
 * the record goes back to active first. What is refused after this takes it back with the transaction.
 */
export async function beginEdit(context: Context, id: string, seenState: State | undefined): Promise<void> {
  await applyChange(context, await prepareChange(context, id, 'edit', seenState));
}
