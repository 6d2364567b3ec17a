import pg from 'pg';
import { dbOn } from './query.ts';
import type { Db } from './query.ts';
import type { Place } from './open.ts';

/** One transaction as the database's owner: at the start and by commands on the server, never for a request. */
export async function asOwner<T>(place: Place, work: (db: Db) => Promise<T>): Promise<T> {
  const client = new pg.Client(place);
  await client.connect();
  try {
    await client.query('begin');
    await client.query("set local datestyle = 'ISO, YMD'");
    const result = await work(dbOn(client));
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}
