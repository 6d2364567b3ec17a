import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { throwAwayOld } from '../../../server/jobs/throw-away-old.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Nowak', { admin: true });
const person = await test.addPerson('Nina Roth');

type Table = 'password_reset' | 'address_change' | 'recovery';

/** One that was over so many days ago, and whether its notice waits, was sent and read, or is gone already. */
async function over(table: Table, days: number, notice: 'waits' | 'sent' | 'none'): Promise<string> {
  const id = crypto.randomUUID();
  const at = sql`now() - ${days} * interval '1 day'`;
  const mails = sql`${`old.${id}@example.org`}, ${`new.${id}@example.org`}`;
  const rows = {
    password_reset: sql`insert into password_reset (id, person_id, created_at, expires_at)
      values (${id}, ${person.id}, ${at}, ${at})`,
    address_change: sql`insert into address_change (id, person_id, old_email, new_email, created_at, expires_at)
      values (${id}, ${person.id}, ${mails}, ${at}, ${at})`,
    recovery: sql`insert into recovery (id, person_id, old_email, new_email, started_by, started_at, due_at, ended_at, outcome)
      values (${id}, ${person.id}, ${mails}, ${admin.id}, ${at}, ${at}, ${at}, 'objected')`,
  };
  const column = { password_reset: 'reset_id', address_change: 'address_change_id', recovery: 'recovery_id' };
  await asOwner(test.database.owner, async (db) => {
    await db.run(rows[table]);
    if (notice === 'none') return;
    await db.run(sql`insert into notice (id, kind, recipient_id, at, sent_at, read_at, ${sql.ref(column[table])})
      values (${crypto.randomUUID()}, 'person.password-changed', ${person.id}, ${at},
              ${notice === 'sent' ? at : null}, ${at}, ${id})`);
  });
  return id;
}

async function kept(table: Table): Promise<string[]> {
  const rows = await asOwner(test.database.owner, async (db) =>
    db.all(sql<{ id: string }>`select id from ${sql.table(table)}`),
  );
  return rows.map(({ id }) => id);
}

it.each<Table>(['password_reset', 'address_change', 'recovery'])(
  'forgets a %s half a year after it was over, and never with a mail that has still to leave',
  async (table) => {
    const [gone, goneWithItsNotice, waiting, young] = [
      await over(table, 182, 'none'),
      await over(table, 181, 'sent'),
      await over(table, 190, 'waits'),
      await over(table, 179, 'none'),
    ];
    await throwAwayOld(test.pools.worker, new Date());
    const left = await kept(table);
    expect(left).toEqual(expect.arrayContaining([waiting, young]));
    expect(left).not.toContain(gone);
    expect(left).not.toContain(goneWithItsNotice);
  },
);

it('keeps what the page of a person shows of their last recovery, however long ago', async () => {
  await asOwner(test.database.owner, async (db) => db.run(sql`delete from recovery`));
  const [, last] = [await over('recovery', 900, 'none'), await over('recovery', 400, 'none')];
  await throwAwayOld(test.pools.worker, new Date());
  expect(await kept('recovery')).toEqual([last]);
  const { recovery } = expectStatus(200, await admin.get(`/api/people/${person.id}/recovery`));
  expect(recovery.outcome).toBe('objected');
});
