import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DatabasePlace } from '../../src/server/config/database-place.ts';
import { afterAll, inject } from 'vitest';
import { migrate } from '../../src/server/database/migrate.ts';
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
  const { template } = inject('testServer');
  return newDatabase(`template ${template}`);
}

/** The same as a release left it whose last migration this was, and as which nobody is let in. */
export async function testDatabaseOf(until: string): Promise<TestDatabase> {
  return newDatabase('', until);
}

async function newDatabase(from: string, until?: string): Promise<TestDatabase> {
  const { owner, prefix } = inject('testServer');
  const name = `${prefix}_${randomBytes(4).toString('hex')}`;
  await asOwner(owner, (client) => client.query(`create database ${name} ${from}`));
  const own = { ...owner, database: name };
  await migrate(own, { secretKey: testSecretKey, ...(until !== undefined && { until }) });
  afterAll(async () => {
    await asOwner(owner, (client) => client.query(`drop database if exists ${name}`));
  });
  return { owner: own, secretKey: testSecretKey };
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
