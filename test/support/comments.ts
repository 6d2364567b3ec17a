import { asOwner } from '../../src/server/database/as-owner.ts';
import { build, json } from '../../src/server/database/query.ts';
import { newId } from '../../src/server/ids.ts';
import type { OneOnOne } from '../../src/features/one-on-ones/contract.ts';
import { words } from './pair.ts';
import type { TestApp } from './test-app.ts';

/** A comment on the second item in any state, also where the program lets nobody write one; answers its id. */
export async function plantComment(
  test: TestApp,
  record: Pick<OneOnOne, 'id' | 'sections'>,
  authorId: string,
): Promise<string> {
  const id = newId();
  await asOwner(test.database.owner, (db) =>
    db.run(
      build.insertInto('comment').values({
        id,
        one_on_one_id: record.id,
        item_id: record.sections[0]?.items[1]?.id ?? '',
        author_id: authorId,
        body: json(words('A comment').text),
        created_at: new Date(),
      }),
    ),
  );
  return id;
}
