import { verifyApprovals } from '../src/features/one-on-ones/server/verify-approvals.ts';
import { parseConfig } from '../src/server/config/config.ts';
import { databasePlace } from '../src/server/config/database-place.ts';
import { asOwner } from '../src/server/database/as-owner.ts';
import { startEmbeddedPostgres } from '../src/server/embedded-postgres/start-embedded-postgres.ts';

// `npm run verify-approvals`: whether what was approved is still what is stored. Prints ids and verdicts alone.

const config = parseConfig(process.env, []);
const log = { info: () => undefined, warn: (text: string) => console.warn(text) };
const embedded =
  config.database.kind === 'embedded'
    ? await startEmbeddedPostgres({ dataDir: config.dataDir, log, binDir: config.database.binDir })
    : null;
const place = config.database.kind === 'external' ? databasePlace(config.database.url) : embedded?.connection;

let intact = 0;
let wrong = 0;
try {
  if (place !== undefined) {
    await asOwner(place, async (db) => {
      for await (const { id, verdict } of verifyApprovals(db)) {
        console.log(`${id} ${verdict}`);
        if (verdict === 'intact') intact += 1;
        else wrong += 1;
      }
    });
  }
} finally {
  await embedded?.stop();
}
console.log(`${intact} intact, ${wrong} not`);
process.exit(wrong === 0 ? 0 : 1);
