import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { MailChoices } from '../contract.ts';
import { topics } from '../domain/topics.ts';

export async function listMailChoices({ db, viewer }: Pick<Context, 'db' | 'viewer'>): Promise<MailChoices> {
  const declined = await declinedTopics(db, viewer.id);
  return { items: topics.map((topic) => ({ topic, byMail: !declined.includes(topic) })) };
}

export async function chooseMails(context: Context, wanted: MailChoices): Promise<MailChoices> {
  const { db, viewer } = context;
  for (const { topic, byMail } of wanted.items) {
    await db.run(
      build
        .insertInto('mail_choice')
        .values({ person_id: viewer.id, topic, by_mail: byMail })
        .onConflict((same) => same.columns(['person_id', 'topic']).doUpdateSet({ by_mail: byMail })),
    );
  }
  return listMailChoices(context);
}

/** What somebody does not want by mail. */
async function declinedTopics(db: Db, personId: string): Promise<string[]> {
  const rows = await db.all(
    sql<{ topic: string }>`select topic from mail_choice where person_id = ${personId} and not by_mail`,
  );
  return rows.map(({ topic }) => topic);
}
