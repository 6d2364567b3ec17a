import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { TalkingPoint } from '../contract.ts';
import type { PointKind } from '../domain/points.ts';
import { preparePoint, refuseSettled } from './prepare-point.ts';
import { presentNow } from './present-point.ts';

interface Wanted {
  kind?: PointKind | undefined;
  body?: RichText | undefined;
  recurring?: boolean | undefined;
  version: number;
}

/** What was discussed keeps the words it was discussed by; whether it comes back may still change. */
export async function rewordPoint(context: Context, id: string, wanted: Wanted): Promise<TalkingPoint> {
  const { db } = context;
  const { series, point, place } = await preparePoint(context, id, 'edit');
  if (wanted.kind !== undefined || wanted.body !== undefined) refuseSettled({ place });
  if (point.version !== wanted.version) {
    throw problem('stale_version', { current: await presentNow(context, series, id) });
  }
  await db.run(
    build
      .updateTable('talking_point')
      .set({
        version: point.version + 1,
        ...(wanted.kind !== undefined && { kind: wanted.kind }),
        ...(wanted.body !== undefined && { body: json(wanted.body) }),
        ...(wanted.recurring !== undefined && { recurring: wanted.recurring }),
      })
      .where('id', '=', id),
  );
  return presentNow(context, series, id);
}
