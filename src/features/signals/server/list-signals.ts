import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Reader } from '../../../server/database/query.ts';
import { addDays, startOf } from '../../kpis/domain/periods.ts';
import { reachNumbersOf } from '../../kpis/server/numbers-reach.ts';
import type { ShownSignal } from '../contract.ts';
import { signalsOfOne, strongestFirst } from '../domain/signals-of.ts';
import type { Asked, Watched } from '../domain/watched.ts';
import { loadWatched } from './load-watched.ts';

/** About fifteen months, from the first of one on: the same beginning for all who look in a month. */
const daysBack = 456;
/** What is older than this was worth a word then. */
const oldest = 92;

interface ToLookThrough {
  numbers: Watched[];
  asked: Asked;
}

export async function loadNumbersToLookThrough(
  db: Reader,
  personId: string,
  { since, today }: { since: string | undefined; today: string },
): Promise<ToLookThrough> {
  const person = await reachNumbersOf(db, personId);
  const earliest = addDays(today, -oldest);
  const wanted = since ?? addDays(today, -28);
  const from = startOf('month', addDays(today, -daysBack));
  return {
    numbers: await loadWatched(db, person.id, { from, to: today }),
    asked: { today, since: wanted < earliest ? earliest : wanted },
  };
}

/** Each KPI takes some milliseconds of arithmetic: others have their turn between two. */
export async function lookThroughNumbers({ numbers, asked }: ToLookThrough): Promise<ShownSignal[]> {
  const found: ShownSignal[] = [];
  for (const watched of numbers) {
    found.push(...signalsOfOne(watched, asked));
    await nextTurn();
  }
  return strongestFirst(found);
}
