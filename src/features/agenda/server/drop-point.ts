import type { Context } from '../../../server/http/serve.ts';
import type { TalkingPoint } from '../contract.ts';
import { preparePoint, refuseSettled } from './prepare-point.ts';
import { presentNow } from './present-point.ts';
import { writePoint } from './write-point.ts';

export async function dropPoint(context: Context, id: string): Promise<TalkingPoint> {
  const { series, point, place } = await preparePoint(context, id, 'drop');
  if (place !== 'dropped') {
    refuseSettled({ place });
    await writePoint(context.db, point, { dropped_at: context.now });
  }
  return presentNow(context, series, id);
}

export async function takePointUp(context: Context, id: string): Promise<TalkingPoint> {
  const { series, point } = await preparePoint(context, id, 'drop');
  await writePoint(context.db, point, { dropped_at: null });
  return presentNow(context, series, id);
}
