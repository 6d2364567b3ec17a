import type { Context } from '../../../server/http/serve.ts';
import { addDays, startOf } from '../../kpis/domain/periods.ts';
import { reachNumbersOf } from '../../kpis/server/numbers-reach.ts';
import type { ShownSignal } from '../contract.ts';
import { signalsOf } from '../domain/signals-of.ts';
import { loadWatched } from './load-watched.ts';

/** About fifteen months, from the first of one on: the same beginning for all who look in a month. */
const daysBack = 456;
/** What is older than this was worth a word then. */
const oldest = 92;

export async function listSignals(
  { db, today }: Pick<Context, 'db' | 'today'>,
  personId: string,
  asked: string | undefined,
): Promise<ShownSignal[]> {
  const person = await reachNumbersOf(db, personId);
  const earliest = addDays(today, -oldest);
  const wanted = asked ?? addDays(today, -28);
  const since = wanted < earliest ? earliest : wanted;
  const from = startOf('month', addDays(today, -daysBack));
  return signalsOf(await loadWatched(db, person.id, { from, to: today }), { today, since });
}
