import { Client } from 'pg';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/test-database.ts';
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
