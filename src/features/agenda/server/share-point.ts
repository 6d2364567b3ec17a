import type { Context } from '../../../server/http/serve.ts';
import type { TalkingPoint } from '../contract.ts';
import { letMarkFallWith } from './let-mark-fall.ts';
import { preparePoint, refuseSettled } from './prepare-point.ts';
import { presentNow } from './present-point.ts';
import { writePoint } from './write-point.ts';

/** For good. The author's private note on it stays where it is, and private. */
export async function sharePoint(context: Context, id: string): Promise<TalkingPoint> {
  const { db, now } = context;
  const prepared = await preparePoint(context, id, 'share');
  const { series, point, place } = prepared;
  if (!point.shared) {
    refuseSettled({ place });
    await writePoint(db, point, { shared: true, shared_at: now });
    await letMarkFallWith(context, prepared, { shared: true });
  }
  return presentNow(context, series, id);
}
