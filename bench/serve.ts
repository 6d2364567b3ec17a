import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { createApplication } from '../src/application.ts';
import { migrate } from '../src/server/database/migrate.ts';
import { openPools } from '../src/server/database/open.ts';
import type { Place } from '../src/server/database/open.ts';
import { startEmbeddedPostgres } from '../src/server/embedded-postgres/start-embedded-postgres.ts';
import type { Platform } from '../src/server/http/context.ts';
import { folderStorage } from '../src/server/storage/folder-storage.ts';

export const benchSecretKey = 'for the benchmark alone, for the benchmark alone';

/** An empty database of its own, and nothing of it afterwards. */
export async function withDatabase<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'duologue-bench-'));
  await chmod(dataDir, 0o711);
  const log = { info: () => undefined, warn: (text: string) => console.warn(text) };
  const database = await startEmbeddedPostgres({ dataDir, log });
  try {
    await migrate(database.connection, { secretKey: benchSecretKey });
    return await work(database.connection);
  } finally {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Product {
  address: string;
  platform: Platform;
  /** The role of the jobs. */
  worker: pg.Pool;
  stop: () => Promise<void>;
}

/** The product over HTTP, without pages, mail and live events. */
export async function serveProduct(place: Place): Promise<Product> {
  const pools = await openPools(place, { secretKey: benchSecretKey, onError: () => {} });
  const platform: Platform = {
    web: pools.web,
    signIn: pools.signIn,
    secretKey: benchSecretKey,
    baseUrl: new URL('http://127.0.0.1'),
    clock: () => new Date(),
    timeZone: 'Europe/Berlin',
    mailLeaves: false,
    announce: async () => {},
    live: { subscribe: () => () => {}, stop: async () => {} },
    files: folderStorage(path.join(tmpdir(), 'duologue-bench-files')),
    archives: folderStorage(path.join(tmpdir(), 'duologue-bench-exports')),
    log: undefined,
  };
  const app = await createApplication(platform, { pagesFolder: null, mailLeaves: false });
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' });
  return {
    address,
    platform,
    worker: pools.worker,
    stop: async () => {
      await app.http.close();
      await pools.end();
    },
  };
}
