import { sql } from 'kysely';
import { asOwner } from '../../src/server/database/as-owner.ts';
import type { TestApp, TestPerson } from './test-app.ts';

/** Adds a reader to a one-on-one, behind the application's back. */
export async function addParticipant(
  test: TestApp,
  oneOnOneId: string,
  { id }: Pick<TestPerson, 'id'>,
): Promise<void> {
  await asOwner(test.database.owner, (db) =>
    db.run(sql`
      insert into participant (one_on_one_id, person_id, added_by, added_at)
      select o.id, ${id}, o.manager_id, now() from one_on_one o where o.id = ${oneOnOneId}`),
  );
}

export async function removeParticipant(
  test: TestApp,
  oneOnOneId: string,
  { id }: Pick<TestPerson, 'id'>,
): Promise<void> {
  await asOwner(test.database.owner, async (db) => {
    const here = sql`p.one_on_one_id = ${oneOnOneId} and p.person_id = ${id}`;
    await db.run(sql`
      update participant p set removed_at = now(), removed_by = o.manager_id
        from one_on_one o where o.id = p.one_on_one_id and o.state = 'approved' and ${here}`);
    await db.run(sql`delete from participant p where ${here} and p.removed_at is null`);
  });
}
