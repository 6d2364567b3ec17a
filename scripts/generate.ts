import { mkdtemp, readFile, rm, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { describePermissions } from '../src/features/one-on-ones/domain/describe-permissions.ts';
import { describeSchema } from '../src/server/database/describe-schema.ts';
import { migrate } from '../src/server/database/migrate.ts';
import { startEmbeddedPostgres } from '../src/server/embedded-postgres/start-embedded-postgres.ts';

// What is made from other files: `npm run generate` writes it, `--check` fails where it is out of step.

const root = path.join(import.meta.dirname, '..');

async function schema(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'duologue-schema-'));
  await chmod(dataDir, 0o711);
  const log = { info: () => undefined, warn: (text: string) => console.warn(text) };
  const database = await startEmbeddedPostgres({ dataDir, log, forTests: true });
  try {
    await migrate(database.connection, { secretKey: 'for the schema alone, for the schema alone' });
    const client = new pg.Client(database.connection);
    await client.connect();
    try {
      return await describeSchema(client);
    } finally {
      await client.end();
    }
  } finally {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const generated: Record<string, string> = {
  'database/schema.sql': await schema(),
  'docs/permissions.md': describePermissions(),
};

let stale = 0;
for (const [name, text] of Object.entries(generated)) {
  const file = path.join(root, name);
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${name} is out of step. Run npm run generate, look at the difference, and commit it.`);
    stale += 1;
  } else {
    await writeFile(file, text);
    console.log(`wrote ${name}`);
  }
}
process.exit(stale === 0 ? 0 : 1);
