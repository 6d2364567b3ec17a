import { createHash } from 'node:crypto';
import pg from 'pg';

/** PostgreSQL's ids of the types that are read as text. */
const dateType = 1082;
const timeType = 1184;

const maxNamed = 500;
const names = new Map<string, string>();

/** Dates stay dates and times become ISO 8601: a Date object would drag the server's time zone in. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === dateType) return (value: string) => value;
    if (oid === timeType) return (value: string) => new Date(value).toISOString();
    return pg.types.getTypeParser(oid, format);
  },
};

/** Named by the hash of its text, a statement is planned once a connection instead of once a call. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= maxNamed) return undefined;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}

export function openPool(config: pg.PoolConfig, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ ...config, types, pipeline: true });
  // Without a listener a dropped idle connection ends the process.
  pool.on('error', onError);
  // Nor is one that drops in the middle of a request: its query fails, and is answered with 503.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
