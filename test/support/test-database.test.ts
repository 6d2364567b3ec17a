import { Client } from 'pg';
import { expect, it } from 'vitest';
import { roleName, rolePassword } from '../../src/server/database/roles.ts';
import { testDatabase } from './test-database.ts';

const one = await testDatabase();
const two = await testDatabase();

async function rowsOf(config: object, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(config);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

it('gives each test file a migrated database of its own', async () => {
  await rowsOf(one.owner, 'create table only_here ()');
  expect(await rowsOf(one.owner, 'select count(*)::int as n from migration')).not.toEqual([{ n: 0 }]);
  expect(await rowsOf(two.owner, `select to_regclass('only_here') as found`)).toEqual([{ found: null }]);
});

it('lets the policies of a copy name the roles of that copy only', async () => {
  const [here] = await rowsOf(one.owner, 'select current_database() as name');
  const roles = await rowsOf(
    one.owner,
    `select distinct unnest(roles)::text as role from pg_policies where roles <> '{public}'`,
  );
  expect(roles.length).toBeGreaterThan(0);
  for (const { role } of roles) expect(role).toContain(`${String(here?.['name'])}_`);
});

it('lets the role that serves requests sign in', async () => {
  const [here] = await rowsOf(one.owner, 'select current_database() as name');
  const name = String(here?.['name']);
  const user = roleName(name, 'web');
  const web = { ...one.owner, user, password: rolePassword(one.secretKey, name, 'web') };
  expect(await rowsOf(web, 'select current_user as me')).toEqual([{ me: user }]);
});
