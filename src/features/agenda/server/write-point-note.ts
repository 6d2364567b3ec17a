import { sql } from 'kysely';
import { json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { isEmptyRichText } from '../../rich-text/domain/plain-text.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { PointNote } from '../contract.ts';
import { findPointNote } from './find-point-note.ts';
import { preparePoint } from './prepare-point.ts';

const nothing: RichText = { type: 'doc', content: [] };

/** Nobody is told, nothing is counted. What is cleared still counts its version. */
export async function writePointNote(
  context: Context,
  pointId: string,
  { body, version }: { body: RichText | null; version: number },
): Promise<PointNote> {
  const { db, viewer, now } = context;
  const { point } = await preparePoint(context, pointId, 'arrange');
  const before = await findPointNote(db, pointId);
  if (before.version !== version) throw problem('stale_version', { current: before });
  const kept = body === null || isEmptyRichText(body) ? nothing : body;
  await db.run(sql`
    insert into point_note (point_id, series_id, author_id, body, version, updated_at)
    values (${pointId}, ${point.series_id}, ${viewer.id}, ${json(kept)}, 1, ${now})
        on conflict (point_id, author_id)
        do update set body = excluded.body, version = point_note.version + 1, updated_at = excluded.updated_at`);
  return findPointNote(db, pointId);
}
