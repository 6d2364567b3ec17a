import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { commandAs, giveFolder } from './account.ts';
import type { PostgresAccount } from './account.ts';
import type { PostgresBinaries } from './binaries.ts';

export const ownerRole = 'duologue_owner';
export const databaseName = 'duologue';

const passwordFile = 'owner-password';

interface ClusterContext {
  dataDir: string;
  binaries: PostgresBinaries;
  account: PostgresAccount;
  /** Nothing is forced to the disk, and the owner may create databases. */
  forTests: boolean;
}

/**
 * Makes the database folder at the first start, in a folder of another name that is renamed when complete:
 * a start cut short leaves nothing that looks like a database.
 */
export async function prepareCluster(context: ClusterContext, cluster: string): Promise<void> {
  if (existsSync(cluster)) {
    await giveFolder(context.account, cluster);
    return;
  }
  await refuseOtherMajor(context.dataDir, path.basename(cluster));
  const draft = `${cluster}.init`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (context.account.kind === 'other') await chown(draft, context.account.uid, context.account.gid);
  await initialise(context, draft);
  await writeFile(path.join(draft, 'pg_hba.conf'), 'local all all scram-sha-256\n');
  await createOwner(context, draft);
  await rename(draft, cluster);
}

export async function readOwnerPassword(cluster: string): Promise<string> {
  return (await readFile(path.join(cluster, passwordFile), 'utf8')).trim();
}

async function refuseOtherMajor(dataDir: string, wanted: string): Promise<void> {
  const other = (await readdir(dataDir)).find((name) => /^pg\d+$/.test(name));
  if (other === undefined) return;
  throw new Error(
    `${dataDir} holds the database of another PostgreSQL (${other}; this one is ${wanted}), and starting would ` +
      `show an empty Duologue. Name the old binaries by PG_BINDIR, or set another DATA_DIR.`,
  );
}

async function initialise(context: ClusterContext, draft: string): Promise<void> {
  // The sort order must not change with the C library: text indexes made under another order are broken ones.
  const locale =
    context.binaries.major >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8'];
  await run(context, context.binaries.initdb, [
    `--pgdata=${draft}`,
    '--username=postgres',
    '--encoding=UTF8',
    ...locale,
    '--data-checksums',
    '--auth=reject',
    ...(context.forTests ? ['--no-sync'] : []),
  ]);
}

/**
 * The superuser gets no password, so no connection can ever be it: this single-user session is its only one.
 * The owner may create roles, but is neither superuser nor exempt from row-level security.
 */
async function createOwner(context: ClusterContext, draft: string): Promise<void> {
  const password = randomBytes(32).toString('base64url');
  await writeFile(path.join(draft, passwordFile), `${password}\n`, { mode: 0o600 });
  const settings = ['exit_on_error=on', 'log_min_messages=fatal', `fsync=${context.forTests ? 'off' : 'on'}`];
  const args = ['--single', '-D', draft, ...settings.flatMap((setting) => ['-c', setting]), 'postgres'];
  const powers = `createrole ${context.forTests ? 'createdb' : 'nocreatedb'} nosuperuser nobypassrls`;
  const statements = [
    `create role ${ownerRole} login ${powers} password '${password}';`,
    `create database ${databaseName} owner ${ownerRole};`,
    `revoke connect on database postgres from public;`,
    `revoke connect on database template1 from public;`,
  ];
  await run(context, context.binaries.postgres, args, `${statements.join('\n')}\n`);
}

/** Runs to the end; an error carries what the program said. */
async function run(context: ClusterContext, file: string, args: string[], input = ''): Promise<void> {
  const command = commandAs(context.account, file, args);
  const child = spawn(command.file, command.args, { ...command.options, stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  child.stdin?.on('error', () => undefined); // it may end before it has read all
  child.stdin?.end(input);
  const [said, code] = await Promise.all([child.stderr ? text(child.stderr) : '', ended]);
  if (code !== 0) throw new Error(`${path.basename(file)} failed (exit ${code}): ${said.trim()}`);
}
