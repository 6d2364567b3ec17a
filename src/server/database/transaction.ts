import { sql } from 'kysely';
import type pg from 'pg';
import { problem } from '../../shared/problems.ts';
import { statementName } from './client.ts';
import { build, dbOn } from './query.ts';
import type { Db, Query, Reader } from './query.ts';

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

/** What takes the token: a request's is a cookie's, a job's is a grant, and neither is good for the other. */
type Door = 'app.begin_request' | 'app.begin_grant';

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
  door: Door = 'app.begin_request',
): Promise<{ result: T; viewer: Viewer }> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    const begun = client.query('begin');
    const viewer = readViewer(client, token, door);
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

async function readViewer(client: pg.PoolClient, token: string, door: Door): Promise<Viewer> {
  const text = `select id, name, is_admin, session_id, is_stale from ${door}($1)`;
  const { rows } = await client.query<ViewerRow>({
    name: statementName(text),
    text,
    values: [token],
  } as pg.QueryConfig);
  const row = rows[0];
  if (row === undefined) throw problem('signed_out');
  return viewerOf(row);
}

function viewerOf(row: ViewerRow): Viewer {
  return {
    id: row.id,
    name: row.name,
    isAdmin: row.is_admin,
    sessionId: row.session_id,
    isStale: row.is_stale,
  };
}

/**
 * Reads as the person whose session the token names, without a transaction of its own: each statement looks the
 * session up first, so that one round trip does everything. 401 where the token names nobody.
 */
export async function readAsViewer<T>(
  pool: pg.Pool,
  token: string,
  load: (db: Reader) => Promise<T>,
  door: Door = 'app.begin_request',
): Promise<{ result: T; viewer: Viewer }> {
  let viewer: Viewer | undefined;
  const all = async <Row>(query: Query<Row>): Promise<Row[]> => {
    const { sql: text, parameters } = query.compile(build);
    const withSession = afterSession(text, parameters.length + 1, door);
    const { rows } = await pool.query<pg.QueryResultRow & Row & SessionColumns>({
      name: statementName(withSession),
      text: withSession,
      values: [...parameters, token],
    } as pg.QueryConfig);
    const [first] = rows;
    if (first === undefined) throw problem('signed_out');
    viewer = viewerOf(first.asking);
    return first.found ? rows.map(withoutSession<Row>) : [];
  };
  const result = await load({ all, first: async (query) => (await all(query))[0] });
  if (viewer === undefined) throw new Error('A read must ask the database for something.');
  return { result, viewer };
}

interface SessionColumns {
  asking: ViewerRow;
  found: true | null;
}

/** Who asked is no part of what was asked for: rows that are passed on whole would carry it along. */
function withoutSession<Row>({ asking: _asking, found: _found, ...row }: Row & SessionColumns): Row {
  return row as Row; // what is left over is what the statement of the row's type selects
}

/**
 * The reference to `v` inside LATERAL, which OFFSET keeps from being pulled up, makes the session come before
 * the first row is looked at. Should it ever come later, no policy would know a viewer, and no row would be found.
 */
function afterSession(text: string, tokenAt: number, door: Door): string {
  return `select row_to_json(v) as asking, d.*
            from ${door}($${tokenAt}) v
            left join lateral (select true as found, q.* from (${text}) q where v.id is not null offset 0) d on true`;
}

/** Someone whose job works under a grant of theirs. Signed out where the grant is dead, at each statement anew. */
export interface Granted {
  read: <T>(load: (db: Reader) => Promise<T>) => Promise<{ result: T; viewer: Viewer }>;
  act: <T>(work: (db: Db, viewer: Viewer) => Promise<T>) => Promise<T>;
}

export function underGrant(pool: pg.Pool, token: string): Granted {
  return {
    read: async (load) => readAsViewer(pool, token, load, 'app.begin_grant'),
    act: async (work) => {
      const asked = async (db: Db, viewer: Promise<Viewer>) => work(db, await viewer);
      return (await asViewer(pool, token, asked, 'app.begin_grant')).result;
    },
  };
}

/**
 * One transaction of a program that holds an access token; 401 where the token is none, or no more. It is nobody's
 * session: there is no viewer, and every policy answers with no rows.
 */
export async function asProgram<T>(
  pool: pg.Pool,
  token: string,
  now: Date,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  return inTransaction(pool, async (db) => {
    const begun = await db.first(
      sql<{ scope: string | null }>`select app.begin_token(${token}, ${now}) as scope`,
    );
    if ((begun?.scope ?? null) === null)
      throw problem('signed_out', { detail: 'This access token is not known, or revoked.' });
    return work(db);
  });
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
