import type { AfterRead } from '../../../server/http/serve.ts';
import { isShared } from '../../one-on-ones/domain/states.ts';
import type { State } from '../../one-on-ones/domain/states.ts';
import { noteReceipt } from './receipt-reach.ts';

const mostRemembered = 20_000;

/** Notes who opened a record. Whom it has noted today it remembers, so that most openings write nothing. */
export function noteOpened(): AfterRead<{ id: string; state: State }> {
  const noted = new Set<string>();
  return ({ id, state }, viewer, today) => {
    const key = `${viewer.id} ${id} ${today}`;
    if (!isShared(state) || noted.has(key)) return null;
    // A set keeps its order: the first is the one that has been remembered longest.
    for (const oldest of noted) {
      if (noted.size < mostRemembered) break;
      noted.delete(oldest);
    }
    return {
      write: async (context) => noteReceipt(context, id, 'opened'),
      // Only what is safe is remembered: what failed is noted at the next opening.
      written: () => void noted.add(key),
    };
  };
}
