import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { TalkingPoint } from '../contract.ts';
import { letMarkFallWith } from './let-mark-fall.ts';
import { preparePoint, refuseSettled } from './prepare-point.ts';
import { presentNow } from './present-point.ts';
import { writePoint } from './write-point.ts';

/** On the shelf; it comes back by itself. */
export async function putOffPoint(context: Context, id: string, until: string): Promise<TalkingPoint> {
  const prepared = await preparePoint(context, id, 'arrange');
  const { series, point, today } = prepared;
  refuseSettled(prepared);
  refuseNoLaterDay(until, today, 'until');
  await writePoint(context.db, point, { later_until: until });
  await letMarkFallWith(context, prepared, { later_until: until });
  return presentNow(context, series, id);
}

export async function takePointBack(context: Context, id: string): Promise<TalkingPoint> {
  const prepared = await preparePoint(context, id, 'arrange');
  await writePoint(context.db, prepared.point, { later_until: null });
  await letMarkFallWith(context, prepared, { later_until: null });
  return presentNow(context, prepared.series, id);
}

export function refuseNoLaterDay(day: string, today: string, path: string): void {
  if (day <= today) throw problem('invalid', { errors: [{ path, message: 'Choose a day after today.' }] });
  const farthest = Temporal.PlainDate.from(today).add({ years: 2 }).toString();
  if (day > farthest) {
    throw problem('invalid', { errors: [{ path, message: 'Choose a day within two years.' }] });
  }
}
