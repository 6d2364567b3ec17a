import { sql } from 'kysely';
import { json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { prepareInSeries } from '../../series/server/series-reach.ts';
import type { Preparation } from '../contract.ts';
import { findPreparation, presentPreparation, questionsOf } from './find-preparation.ts';

/** From now on the manager sees it, as it is: it names the version that the employee saw. */
export async function sendPreparation(
  context: Context,
  seriesId: string,
  version: number,
): Promise<Preparation> {
  const { db, viewer, now } = context;
  await prepareInSeries(context, seriesId, 'prepare');
  const found = await findPreparation(db, seriesId);
  const { row } = found;
  if (row === undefined) throw problem('conflict', { detail: 'There is nothing to send yet.' });
  if (row.version !== version) {
    throw problem('stale_version', { current: presentPreparation(found, viewer) });
  }
  if (row.sent_at === null) {
    await db.run(sql`
      update preparation
         set sent_at = ${now}, asked = ${json(questionsOf(found.asked))}, version = version + 1
       where id = ${row.id}`);
  }
  return presentPreparation(await findPreparation(db, seriesId), viewer);
}

export async function takePreparationBack(context: Context, seriesId: string): Promise<Preparation> {
  const { db, viewer } = context;
  await prepareInSeries(context, seriesId, 'prepare');
  const { row } = await findPreparation(db, seriesId);
  if (row !== undefined && row.sent_at !== null) {
    await db.run(sql`update preparation set sent_at = null, version = version + 1 where id = ${row.id}`);
  }
  return presentPreparation(await findPreparation(db, seriesId), viewer);
}
