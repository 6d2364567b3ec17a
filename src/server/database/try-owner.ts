import pg from 'pg';
import { ConfigError } from '../config/config.ts';
import type { Place } from './open.ts';

const patience = 15_000;

/** Throws a `ConfigError` if the database does not let its owner in: a line that says where to look, not a trace. */
export async function tryOwner(place: Place): Promise<void> {
  const client = new pg.Client({ ...place, connectionTimeoutMillis: patience });
  // An error after the first is the same one.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new ConfigError([
      `DATABASE_URL: ${message || code}. Is PostgreSQL running there, and were owner and database made as ` +
        'docs/operating.md says?',
    ]);
  } finally {
    await client.end().catch(() => undefined);
  }
}
