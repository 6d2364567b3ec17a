import type pg from 'pg';
import { problem } from '../../shared/problems.ts';
import { statementName } from './client.ts';
import { dbOn } from './query.ts';
import type { Db } from './query.ts';

/** Who asks, as the database found by the session's token. */
export interface Viewer {
  id: string;
  name: string;
  isAdmin: boolean;
  sessionId: string;
  /** The session should be noted as seen. */
  isStale: boolean;
}

interface ViewerRow {
  id: string;
  name: string;
  is_admin: boolean;
  session_id: string;
  is_stale: boolean;
}

const beginRequest = 'select id, name, is_admin, session_id, is_stale from app.begin_request($1)';

/**
 * One transaction as the person whose session the token names; 401 where it names none.
 *
 * BEGIN, the session's look-up and the first statement of `work` leave in one flight: `work` starts before the
 * session is known. That is safe, because without a session every policy answers with no rows and refuses
 * every write, and because whatever `work` did is thrown away with the 401.
 */
export async function asViewer<T>(
  pool: pg.Pool,
  token: string,
  work: (db: Db, viewer: Promise<Viewer>) => Promise<T>,
): Promise<{ result: T; viewer: Viewer }> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    const begun = client.query('begin');
    const viewer = readViewer(client, token);
    // Both are awaited below; until then a rejection must not count as unhandled.
    begun.catch(() => {});
    viewer.catch(() => {});
    const result = await work(dbOn(client), viewer).catch(async (error: unknown) => {
      await viewer; // a missing session outranks whatever went wrong for lack of one
      throw error;
    });
    await begun;
    const known = await viewer;
    const { command } = await client.query('commit');
    // After an error in mid-flight COMMIT resolves all the same, and rolls back.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back.');
    return { result, viewer: known };
  } catch (error) {
    await client.query('rollback').catch((broken: Error) => (failure = broken));
    throw error;
  } finally {
    client.release(failure);
  }
}

async function readViewer(client: pg.PoolClient, token: string): Promise<Viewer> {
  const { rows } = await client.query<ViewerRow>({
    name: statementName(beginRequest),
    text: beginRequest,
    values: [token],
  } as pg.QueryConfig);
  const row = rows[0];
  if (row === undefined) throw problem('signed_out');
  return {
    id: row.id,
    name: row.name,
    isAdmin: row.is_admin,
    sessionId: row.session_id,
    isStale: row.is_stale,
  };
}

/**
 * A read of one statement as the person whose session the token names: BEGIN, the session's look-up, the
 * statement and COMMIT leave in one packet and come back in one, which is a third of the cost of four.
 * `load` must send its statement before it waits for anything.
 */
export async function readAsViewer<T>(
  pool: pg.Pool,
  token: string,
  load: (db: Db) => Promise<T>,
): Promise<{ result: T; viewer: Viewer }> {
  const client = await pool.connect();
  const stream = socketOf(client);
  stream.cork();
  const flight = Promise.allSettled([
    client.query('begin'),
    readViewer(client, token),
    load(dbOn(client)),
    client.query('commit'),
  ]);
  stream.uncork();
  const [begun, viewer, result, committed] = await flight;
  client.release(begun.status === 'rejected' || committed.status === 'rejected');
  if (begun.status === 'rejected') throw begun.reason;
  if (viewer.status === 'rejected') throw viewer.reason;
  if (result.status === 'rejected') throw result.reason;
  if (committed.status === 'rejected') throw committed.reason;
  return { result: result.value, viewer: viewer.value };
}

// pg has the stream, its types do not say so.
function socketOf(client: pg.PoolClient): { cork: () => void; uncork: () => void } {
  return (client as unknown as { connection: { stream: { cork: () => void; uncork: () => void } } })
    .connection.stream;
}

/** One transaction without a viewer: for the sign-in role and for jobs. */
export async function inTransaction<T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(dbOn(client));
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back.');
    return result;
  } catch (error) {
    await client.query('rollback').catch((broken: Error) => (failure = broken));
    throw error;
  } finally {
    client.release(failure);
  }
}
