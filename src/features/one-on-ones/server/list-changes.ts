import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import type { Change } from '../contract.ts';
import { changesBetween } from '../domain/changes.ts';
import type { RecordContent } from '../domain/content.ts';
import { turnOf } from '../domain/states.ts';
import { loadContent } from './load-content.ts';
import { isVisible } from './one-on-one-reach.ts';
import { refuseParticipant } from './act-reach.ts';

interface SnapshotRow {
  at: string;
  snapshot: RecordContent;
}

/**
 * What changed since approval was last asked for. While it is being asked for, that is since the time
 * before: whoever approves sees what differs from what they read last.
 */
export async function listChanges(
  { db, viewer }: Context,
  id: string,
): Promise<{ since: string | null; items: Change[] }> {
  const { document, content } = await loadContent(db, id);
  refuseParticipant(document, viewer.id);
  const skip = turnOf(document.state) === 'manager' ? 0 : 1;
  const last = await db.first(sql<SnapshotRow>`
    select q.at, q.snapshot from approval_request q
      join one_on_one o on o.id = q.one_on_one_id and ${isVisible}
     where q.one_on_one_id = ${id} order by q.at desc, q.id desc limit 1 offset ${skip}`);
  if (last === undefined) return { since: null, items: [] };
  return { since: last.at, items: changesBetween(last.snapshot, content) };
}
