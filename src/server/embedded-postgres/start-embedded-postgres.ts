import { constants } from 'node:fs';
import { access, chown, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeDataFolder } from '../config/data-folder.ts';
import { choosePostgresAccount } from './account.ts';
import type { PostgresAccount } from './account.ts';
import { findPostgresBinaries } from './binaries.ts';
import { databaseName, ownerRole, prepareCluster, readOwnerPassword } from './cluster.ts';
import { lockFolder } from './folder-lock.ts';
import { startGuardedServer } from './guarded-server.ts';
import type { ServerLog } from './guarded-server.ts';
import { stopOrphan } from './orphan.ts';

export interface EmbeddedPostgres {
  /** The owner of the database, as DATABASE_URL would name it: may create roles, is no superuser. */
  connection: { host: string; port: number; user: string; password: string; database: string };
  /** Settles, with its last words, if PostgreSQL ends without having been asked to. */
  lost: Promise<string>;
  stop(): Promise<void>;
}

interface EmbeddedPostgresOptions {
  dataDir: string;
  log: ServerLog;
  /** PG_BINDIR: a folder with `postgres` and `initdb`, instead of those of the npm package. */
  binDir?: string | null;
  /** Nothing is forced to the disk, and the owner may create databases. */
  forTests?: boolean;
}

/** The socket's folder is private, so its number is free to choose. */
const port = 5432;

/** Starts the PostgreSQL that lives in the data folder, making it at the first start. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, binDir = null, forTests = false } = options;
  await makeDataFolder(options.dataDir);
  const dataDir = await realpath(options.dataDir);
  await refuseForeignFolder(dataDir);
  const binaries = await findPostgresBinaries(binDir);
  const account = await choosePostgresAccount(binaries.postgres, dataDir);
  const cluster = path.join(dataDir, `pg${binaries.major}`);
  await refuseForeignFolder(cluster);
  const release = await lockFolder(`${cluster}.lock`, dataDir);
  let socket: SocketFolder | null = null;
  try {
    await prepareCluster({ dataDir, binaries, account, forTests }, cluster);
    await stopOrphan(cluster, dataDir, port);
    socket = await makeSocketFolder(cluster, account);
    const settings = serverSettings(socket.path, forTests);
    const server = await startGuardedServer({ account, postgres: binaries.postgres, cluster, settings, log });
    const password = await readOwnerPassword(cluster);
    let asked = false;
    const { promise: lost, resolve: tellLost } = Promise.withResolvers<string>();
    void server.ended.then((lastWords) => (asked ? undefined : tellLost(lastWords)));
    const used = socket;
    return {
      connection: { host: socket.path, port, user: ownerRole, password, database: databaseName },
      lost,
      async stop() {
        asked = true;
        await server.stop();
        await used.remove();
        await release();
      },
    };
  } catch (error) {
    await socket?.remove();
    await release();
    throw error;
  }
}

async function refuseForeignFolder(folder: string): Promise<void> {
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw new Error(
      `${folder} belongs to another user. Start Duologue as that user, or give the folder to yours (chown -R).`,
    );
  });
}

interface SocketFolder {
  path: string;
  remove(): Promise<void>;
}

/** Inside the database's own folder, unless the path gets too long for a socket's address. */
async function makeSocketFolder(cluster: string, account: PostgresAccount): Promise<SocketFolder> {
  const inside = path.join(cluster, 'socket');
  const fits = Buffer.byteLength(path.join(inside, `.s.PGSQL.${port}`)) <= 90;
  const folder = fits ? inside : await mkdtemp(path.join(tmpdir(), 'duologue-'));
  if (fits) await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account.kind === 'other') await chown(folder, account.uid, account.gid);
  return {
    path: folder,
    remove: fits ? async () => undefined : () => rm(folder, { recursive: true, force: true }),
  };
}

function serverSettings(socketDir: string, forTests: boolean): Record<string, string> {
  return {
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Messages of failed statements quote what people wrote. They are the application's to report, without it.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(forTests ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
}
