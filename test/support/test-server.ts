import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { databasePlace } from '../../src/server/config/database-place.ts';
import type { DatabasePlace } from '../../src/server/config/database-place.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { startEmbeddedPostgres } from '../../src/server/embedded-postgres/start-embedded-postgres.ts';

/** The one PostgreSQL of a test run. Every database and role of the run begins with `prefix`. */
export interface TestServer {
  owner: DatabasePlace;
  prefix: string;
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

export const testSecretKey = 'only-for-tests-only-for-tests-only-for-tests';

/** Vitest's global set-up: one server, one migrated template; what was made is removed at the end. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const prefix = `test_${randomBytes(4).toString('hex')}`;
  const template = `${prefix}_template`;
  const client = new Client(server.owner);
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  await migrate({ ...server.owner, database: template }, { secretKey: testSecretKey });
  project.provide('testServer', { owner: server.owner, prefix, template });
  return async () => {
    if (server.shared) await removeAll(server.owner, prefix);
    await server.stop();
  };
}

interface RunningServer {
  owner: DatabasePlace;
  /** Somebody else's server, which outlives the run. */
  shared: boolean;
  stop(): Promise<void>;
}

/** TEST_DATABASE_URL names a role that may create databases and roles and is no superuser. */
async function startServer(): Promise<RunningServer> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return { owner: databasePlace(url), shared: true, stop: async () => undefined };
  const dataDir = await mkdtemp(path.join(tmpdir(), 'duologue-test-'));
  await chmod(dataDir, 0o711); // as root, PostgreSQL runs as another user, who must cross it
  const log = { info: () => undefined, warn: (text: string) => console.warn(text) };
  const server = await startEmbeddedPostgres({ dataDir, log, forTests: true });
  return {
    owner: server.connection,
    shared: false,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function removeAll(owner: DatabasePlace, prefix: string): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  const named = async (text: string) => (await client.query<{ name: string }>(text, [prefix])).rows;
  for (const { name } of await named(
    'select datname as name from pg_database where starts_with(datname, $1)',
  )) {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  }
  for (const { name } of await named('select rolname as name from pg_roles where starts_with(rolname, $1)')) {
    await client.query(`drop role if exists ${client.escapeIdentifier(name)}`);
  }
  await client.end();
}
