import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import type { Notice } from '../contract.ts';
import { isInMyInbox, presentNotice, reachNotice } from './notice-queries.ts';

/** Read twice is read once: the first time stays. */
export async function readNotice({ db, now }: Context, id: string): Promise<Notice> {
  await reachNotice(db, id);
  await db.run(sql`update notice set read_at = ${now} where id = ${id} and read_at is null`);
  return presentNotice(await reachNotice(db, id));
}

export async function unreadNotice({ db }: Context, id: string): Promise<Notice> {
  await reachNotice(db, id);
  await db.run(sql`update notice set read_at = null where id = ${id} and read_at is not null`);
  return presentNotice(await reachNotice(db, id));
}

export async function readAllNotices({ db, now }: Context, oneOnOneId: string | undefined): Promise<void> {
  const which = oneOnOneId === undefined ? sql`true` : sql`n.one_on_one_id = ${oneOnOneId}`;
  await db.run(
    sql`update notice n set read_at = ${now} where n.read_at is null and ${isInMyInbox} and ${which}`,
  );
}
