import type { Db } from '../../../server/database/query.ts';
import type { DueCounts } from '../../mail/domain/messages.ts';
import { morningOf } from '../domain/reminders.ts';
import { dueCountsOf } from './due-queries.ts';

/** For the mail of a reminder: how many, as it is sent. */
export function dueCounts(clock: () => Date, timeZone: string) {
  return async (db: Db, personId: string): Promise<DueCounts> =>
    dueCountsOf(db, personId, morningOf(clock(), timeZone).today);
}
