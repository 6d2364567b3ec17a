import { availableParallelism } from 'node:os';
import type pg from 'pg';
import { openPool } from './client.ts';
import { roleName, rolePassword } from './roles.ts';
import type { RoleKind } from './roles.ts';

/** The owner's connection, taken apart: the roles connect to the same place with their own names. */
export type Place = pg.ClientConfig & { database: string };

export interface Pools {
  web: pg.Pool;
  signIn: pg.Pool;
  worker: pg.Pool;
  end: () => Promise<void>;
}

interface OpenOptions {
  secretKey: string;
  onError: (error: Error) => void;
  /** Connections for requests, by default by the number of cores; the others need few. */
  webConnections?: number;
}

/** More than the cores can work on at once only wait, and take each other's place in the caches. */
export const defaultWebConnections = Math.max(4, availableParallelism() * 2);

export function roleConnection(place: Place, secretKey: string, kind: RoleKind): pg.ClientConfig {
  return {
    ...place,
    user: roleName(place.database, kind),
    password: rolePassword(secretKey, place.database, kind),
  };
}

export async function openPools(place: Place, options: OpenOptions): Promise<Pools> {
  const open = (kind: RoleKind, max: number) =>
    openPool(
      {
        ...roleConnection(place, options.secretKey, kind),
        max,
        connectionTimeoutMillis: 3000,
        idleTimeoutMillis: 60_000,
      },
      options.onError,
    );
  const web = open('web', options.webConnections ?? defaultWebConnections);
  const signIn = open('signin', 4);
  // One more than mails that a hanging mail server can hold at once.
  const worker = open('worker', 5);
  const end = async () => {
    await Promise.all([web.end(), signIn.end(), worker.end()]);
  };
  try {
    await refusePowerful(web);
    await refusePowerful(worker);
    await refuseOpenTables(web);
  } catch (error) {
    await end();
    throw error;
  }
  return { web, signIn, worker, end };
}

// A superuser, an owner or BYPASSRLS would walk past every policy, and no test would notice.
async function refusePowerful(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ powerful: boolean }>(
    `select rolsuper or rolbypassrls or rolcreaterole
            or exists (select from pg_class c where c.relowner = r.oid)
            or exists (select from pg_auth_members m where m.member = r.oid) as powerful
       from pg_roles r where rolname = current_user`,
  );
  if (rows[0]?.powerful !== false)
    throw new Error('A role that serves has powers it must not have. Nothing is served.');
}

async function refuseOpenTables(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relrowsecurity
        and has_table_privilege(c.oid, 'select, insert, update, delete')`,
  );
  if (rows.length > 0) {
    throw new Error(
      `Row-level security is off on ${rows.map((row) => row.name).join(', ')}. Nothing is served.`,
    );
  }
}
