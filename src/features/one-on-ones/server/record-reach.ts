import type { Reader } from '../../../server/database/query.ts';
import type { Viewer } from '../../../server/database/transaction.ts';
import type { OneOnOne } from '../contract.ts';
import { loadOneOnOne } from './load-one-on-one.ts';
import { presentOneOnOne } from './present-one-on-one.ts';

/** The whole record as this viewer sees it, or 404. */
export async function reachRecord(
  { db, viewer }: { db: Reader; viewer: Viewer },
  id: string,
): Promise<OneOnOne> {
  return presentOneOnOne(await loadOneOnOne(db, id), viewer.id);
}
