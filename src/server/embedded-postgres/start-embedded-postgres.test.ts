import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { processesIn } from './running-processes.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';
import type { EmbeddedPostgres } from './start-embedded-postgres.ts';

const quiet = { info: () => undefined, warn: () => undefined };
const root = await mkdtemp(path.join(tmpdir(), 'duologue-test-'));
// As root, PostgreSQL runs as another user, which must be able to cross the folder.
await chmod(root, 0o711);
afterAll(() => rm(root, { recursive: true, force: true }));

async function query(db: EmbeddedPostgres, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(db.connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

function start(dataDir: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir, log: quiet });
}

/** Another Node that starts the database, says so, and then only lives. */
async function startElsewhere(dataDir: string) {
  const module = path.join(import.meta.dirname, 'start-embedded-postgres.ts');
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const log = { info: () => undefined, warn: () => undefined };
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log });
    console.log('up');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: child.stdout }), 'line');
  return child;
}

describe('the embedded PostgreSQL', () => {
  it('keeps what was written over a restart, and hands out an owner without special powers', async () => {
    const dataDir = path.join(root, 'kept');
    const first = await start(dataDir);
    await query(first, 'create table kept as select 7 as n');
    await first.stop();
    const second = await start(dataDir);
    expect(await query(second, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(
      await query(
        second,
        `select rolsuper, rolbypassrls, rolcreaterole, current_setting('listen_addresses') as listens,
           current_setting('data_checksums') as checksums from pg_roles where rolname = current_user`,
      ),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: true, listens: '', checksums: 'on' }]);
    expect((await stat(second.connection.host)).mode & 0o777).toBe(0o700);
    await second.stop();
    expect(processesIn(path.join(dataDir, 'pg18'), null)).toEqual([]);
  });

  it('lets nobody in as the superuser', async () => {
    const db = await start(path.join(root, 'kept'));
    const client = new Client({ ...db.connection, user: 'postgres', database: 'duologue' });
    await expect(client.connect()).rejects.toThrow('password authentication failed');
    await db.stop();
  });

  it('refuses a folder that another living process uses, and takes it over when that one is killed', async () => {
    const dataDir = path.join(root, 'contested');
    const other = await startElsewhere(dataDir);
    await expect(start(dataDir)).rejects.toThrow(`in use by process ${other.pid}. Stop that one first`);
    other.kill('SIGKILL');
    await once(other, 'exit');
    const db = await start(dataDir);
    expect(await query(db, 'select 1 as one')).toEqual([{ one: 1 }]);
    await db.stop();
  });

  it('starts where a first start was cut short, and where a path is too long for a socket', async () => {
    const dataDir = path.join(root, 'long'.repeat(25));
    await mkdir(path.join(dataDir, 'pg18.init', 'base'), { recursive: true });
    const db = await start(dataDir);
    expect(db.connection.host.startsWith(path.join(tmpdir(), 'duologue-'))).toBe(true);
    expect(await query(db, 'select 1 as one')).toEqual([{ one: 1 }]);
    await db.stop();
    expect(existsSync(db.connection.host)).toBe(false);
  });

  it('refuses the files of another major version instead of starting empty', async () => {
    const dataDir = path.join(root, 'older');
    await mkdir(path.join(dataDir, 'pg17'), { recursive: true });
    await expect(start(dataDir)).rejects.toThrow('holds the database of another PostgreSQL (pg17');
  });

  it('starts through a link, and beside a stale lock', async () => {
    await symlink(path.join(root, 'kept'), path.join(root, 'link'));
    await writeFile(path.join(root, 'kept', 'pg18.lock'), '{"pid":1,"birth":"long ago"}');
    const db = await start(path.join(root, 'link'));
    expect(await query(db, 'select n from kept')).toEqual([{ n: 7 }]);
    await db.stop();
  });
});
