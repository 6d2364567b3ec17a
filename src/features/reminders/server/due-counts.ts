import type { Db } from '../../../server/database/query.ts';
import type { DueCounts } from '../../mail/domain/messages.ts';
import { dayAtWork } from '../domain/reminders.ts';
import { dueCountsOf, workingTime, workingTimeOf } from './due-queries.ts';

/** For the mail of a reminder: how many, as it is sent. The time zone is the organisation's. */
export function dueCounts(clock: () => Date, timeZone: string) {
  return async (db: Db, personId: string): Promise<DueCounts> => {
    const time = workingTime(await workingTimeOf(db, personId), timeZone);
    return dueCountsOf(db, personId, dayAtWork(clock(), time));
  };
}
