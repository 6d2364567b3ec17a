import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { TalkingPoint } from '../contract.ts';
import { ranksToMove } from '../domain/order.ts';
import { unsettledPoints } from './point-queries.ts';
import { preparePoint, refuseSettled } from './prepare-point.ts';
import { placeOfRow, presentNow } from './present-point.ts';

/** Among what the viewer sees: where the other's private points stand shows in nothing, and none of them is touched. */
export async function movePoint(context: Context, id: string, before: string | null): Promise<TalkingPoint> {
  const { db } = context;
  const { series, place, today } = await preparePoint(context, id, 'arrange');
  refuseSettled({ place });
  const rows = await unsettledPoints(db, series.id);
  const others = rows.filter((row) => row.id !== id && placeOfRow(row, today) === 'open');
  const at = before === null ? others.length : others.findIndex((row) => row.id === before);
  if (at === -1 && before !== id) {
    throw problem('invalid', {
      errors: [{ path: 'before', message: 'Name a point that is on the agenda.' }],
    });
  }
  const moves = at === -1 ? [] : ranksToMove(others, id, at);
  if (moves.length > 0) {
    // At once: on its way the order would be another one, which open pages would be told of.
    await db.run(sql`
      update talking_point p set rank = moved.rank
        from unnest(${moves.map((one) => one.id)}::uuid[], ${moves.map((one) => one.rank)}::float8[]) as moved (id, rank)
       where p.id = moved.id`);
  }
  return presentNow(context, series, id);
}
