import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DatabasePlace } from '../../src/server/config/database-place.ts';
import { afterAll, inject } from 'vitest';
import { migrate } from '../../src/server/database/migrate.ts';
import { roleKinds, roleName } from '../../src/server/database/roles.ts';
import { testSecretKey } from './test-server.ts';

export interface TestDatabase {
  /** As DATABASE_URL would name it. */
  owner: DatabasePlace;
  secretKey: string;
}

/**
 * A migrated, empty database for one test file, removed after it. To be called at the top level of the file,
 * before anything that registers its own `afterAll`, so that connections end before the database does.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { owner, prefix, template } = inject('testServer');
  const name = `${prefix}_${randomBytes(4).toString('hex')}`;
  await asOwner(owner, (client) => client.query(`create database ${name} template ${template}`));
  const own = { ...owner, database: name };
  await migrate(own, { secretKey: testSecretKey });
  await asOwner(own, (client) => takePoliciesOver(client, template, name));
  afterAll(async () => {
    await asOwner(owner, (client) => client.query(`drop database if exists ${name}`));
  });
  return { owner: own, secretKey: testSecretKey };
}

/**
 * Roles are named after the database. `migrate` has made those of the copy and granted them what they need;
 * but migrations that are done already are not done again, and the policies in them name the template's roles.
 */
async function takePoliciesOver(client: Client, template: string, copy: string): Promise<void> {
  const { rows } = await client.query<{ schema: string; table: string; policy: string; roles: string[] }>(
    `select schemaname as schema, tablename as table, policyname as policy, roles::text[] as roles from pg_policies`,
  );
  const newName = new Map(roleKinds.map((kind) => [roleName(template, kind), roleName(copy, kind)]));
  const quote = (name: string) => client.escapeIdentifier(name);
  const statements = rows
    .filter(({ roles }) => roles.some((role) => newName.has(role)))
    .map(({ schema, table, policy, roles }) => {
      const to = roles.map((role) => quote(newName.get(role) ?? role)).join(', ');
      return `alter policy ${quote(policy)} on ${quote(schema)}.${quote(table)} to ${to};`;
    });
  await client.query(statements.join('\n'));
}

async function asOwner<Result>(
  owner: DatabasePlace,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client(owner);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
