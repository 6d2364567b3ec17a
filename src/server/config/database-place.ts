import { Client } from 'pg';
import type { ClientConfig } from 'pg';

/** A connection taken apart, so that others can connect to the same place under their own names. */
export type DatabasePlace = ClientConfig & { host: string; port: number; user: string; database: string };

/**
 * Takes DATABASE_URL apart. A `connectionString` must not be handed around: pg lets it win over every field
 * beside it, so that a role that serves requests would connect as the owner, and nobody would notice.
 */
export function databasePlace(url: string): DatabasePlace {
  const { host, port, user, password, database, ssl } = new Client({ connectionString: url });
  if (!user || !database) throw new Error('DATABASE_URL must name a role and a database.');
  return { host, port, user, database, ...(password ? { password } : {}), ssl };
}
