import { readdir } from 'node:fs/promises';
import { verifyApprovals } from '../src/features/one-on-ones/server/verify-approvals.ts';
import { ConfigError, parseConfig } from '../src/server/config/config.ts';
import type { Config } from '../src/server/config/config.ts';
import { databasePlace } from '../src/server/config/database-place.ts';
import { asOwner } from '../src/server/database/as-owner.ts';
import type { Place } from '../src/server/database/open.ts';
import { tryOwner } from '../src/server/database/try-owner.ts';
import { startEmbeddedPostgres } from '../src/server/embedded-postgres/start-embedded-postgres.ts';

// `npm run verify-approvals`: whether what was approved is still what is stored. Prints ids and verdicts alone.

try {
  const config = parseConfig(process.env, process.argv.slice(2));
  process.exitCode = await withDatabase(config, verifyAll);
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}

async function withDatabase<T>(config: Config, work: (place: Place) => Promise<T>): Promise<T> {
  if (config.database.kind === 'external') {
    const place = databasePlace(config.database.url);
    await tryOwner(place);
    return work(place);
  }
  // The start of an embedded database makes one where there is none.
  const names = await readdir(config.dataDir).catch(() => []);
  if (!names.some((name) => /^pg\d+$/.test(name))) {
    throw new ConfigError([`DATA_DIR: there is no database in ${config.dataDir}`]);
  }
  const log = { info: () => undefined, warn: (text: string) => console.warn(text) };
  const { binDir } = config.database;
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log, binDir });
  try {
    return await work(embedded.connection);
  } finally {
    await embedded.stop();
  }
}

async function verifyAll(place: Place): Promise<number> {
  let intact = 0;
  let wrong = 0;
  await asOwner(place, async (db) => {
    for await (const { id, verdict } of verifyApprovals(db)) {
      console.log(`${id} ${verdict}`);
      if (verdict === 'intact') intact += 1;
      else wrong += 1;
    }
  });
  console.log(`${intact} intact, ${wrong} not`);
  return wrong === 0 ? 0 : 1;
}
