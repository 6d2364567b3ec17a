import { Client } from 'pg';
import { expect, it } from 'vitest';
import { testDatabase, testDatabaseOf } from '../../../test/support/test-database.ts';
import { migrate } from './migrate.ts';

const { owner, secretKey } = await testDatabase();

it('refuses a database that a later release has brought up to date', async () => {
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query("insert into migration (name, checksum) values ('9999-later.sql', 'x')");
    await expect(migrate(owner, { secretKey })).rejects.toThrow('9999-later.sql');
    await client.query("delete from migration where name = '9999-later.sql'");
    await expect(migrate(owner, { secretKey })).resolves.toBeUndefined();
  } finally {
    await client.end();
  }
});

const before = await testDatabaseOf('0041-like-any-other.sql');

it('brings a database with numbers of the release before up to date, and changes no target by it', async () => {
  const client = new Client(before.owner);
  await client.connect();
  const all = async (text: string) => (await client.query<Record<string, unknown>>(text)).rows;
  const person = '01a1ff00-0000-7000-8000-000000000001';
  const kpi = '01a1ff00-0000-7000-8000-000000000002';
  try {
    await client.query(`
      insert into person (id, name) values ('${person}', 'Eli Berg');
      insert into kpi (id, name, unit, direction, aggregation, created_at, updated_at)
      values ('${kpi}', E'Calls\nbooked', 'number', 'higher', 'sum', now(), now());
      insert into reading (person_id, kpi_id, day, value, source, recorded_at)
      values ('${person}', '${kpi}', '2026-11-02', 12, 'api', now());
      insert into target (id, kpi_id, person_id, period, value, valid_from, set_by, set_at)
      select gen_random_uuid(), '${kpi}', '${person}', 'month', 20, day::date, '${person}', now()
        from unnest(array['2026-01-01', '2026-06-01']) day`);
    const told = await all('select * from target_change order by id');
    expect(told).toHaveLength(3);
    await migrate(before.owner, { secretKey: before.secretKey });
    expect(await all('select valid_to::text, set_to::text, version from target order by valid_from')).toEqual(
      [
        { valid_to: '2026-05-31', set_to: '2026-05-31', version: 2 },
        { valid_to: null, set_to: null, version: 1 },
      ],
    );
    expect(await all('select * from target_change order by id')).toMatchObject(told);
  } finally {
    await client.end();
  }
});
