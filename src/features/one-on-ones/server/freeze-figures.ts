import { sql } from 'kysely';
import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { ItemFigures } from '../domain/content.ts';
import { loadFigures } from './figures-reach.ts';
import type { ReachedOneOnOne } from './one-on-one-reach.ts';

/** Keeps what the employee saw: numbers that moved since they looked are not approved unseen. */
export async function freezeFigures(
  { db, today }: Context,
  row: ReachedOneOnOne,
  seen: string | undefined,
): Promise<ItemFigures[]> {
  const { items, mark } = await loadFigures(db, row, today);
  if (mark !== null && mark !== seen) {
    throw problem('conflict', {
      detail: 'The numbers in it have changed since you looked. Look at them again, then approve.',
    });
  }
  if (items.length > 0) {
    await db.run(
      build.insertInto('item_figures').values(
        items.map(({ itemId, figures }) => ({
          item_id: itemId,
          one_on_one_id: row.id,
          figures: json(figures),
        })),
      ),
    );
  }
  return items;
}

/** The targets that the two agreed on hold from now on. The database reads them from the approved record itself. */
export async function takeUpTargets({ db, now }: Context, oneOnOneId: string): Promise<void> {
  await db.run(sql`select app.take_up_targets(${oneOnOneId}, ${now})`);
}
