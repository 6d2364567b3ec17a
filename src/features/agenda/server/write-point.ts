import { build } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import type { PointRow } from './point-queries.ts';

interface PointColumns {
  shared?: boolean;
  shared_at?: Date;
  later_until?: string | null;
  discussed_at?: Date | null;
  discussed_by?: string | null;
  outcome?: unknown;
  is_decision?: boolean;
  dropped_at?: Date | null;
}

/** What becomes of a point; its words keep their version. */
export async function writePoint(db: Db, point: PointRow, columns: PointColumns): Promise<void> {
  const changed = await db.run(build.updateTable('talking_point').set(columns).where('id', '=', point.id));
  // The policies have found nothing to write: gone, or no longer to be written by this viewer.
  if (changed === 0) throw problem('not_found');
}
