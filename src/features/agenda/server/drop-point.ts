import type { Context } from '../../../server/http/serve.ts';
import type { TalkingPoint } from '../contract.ts';
import { letMarkFallWith } from './let-mark-fall.ts';
import { preparePoint, refuseSettled } from './prepare-point.ts';
import { presentNow } from './present-point.ts';
import { writePoint } from './write-point.ts';

export async function dropPoint(context: Context, id: string): Promise<TalkingPoint> {
  const prepared = await preparePoint(context, id, 'drop');
  const { series, point, place } = prepared;
  if (place !== 'dropped') {
    refuseSettled({ place });
    await writePoint(context.db, point, { dropped_at: context.now });
    await letMarkFallWith(context, prepared, { dropped_at: context.now.toISOString() });
  }
  return presentNow(context, series, id);
}

export async function takePointUp(context: Context, id: string): Promise<TalkingPoint> {
  const prepared = await preparePoint(context, id, 'drop');
  await writePoint(context.db, prepared.point, { dropped_at: null });
  await letMarkFallWith(context, prepared, { dropped_at: null });
  return presentNow(context, prepared.series, id);
}
