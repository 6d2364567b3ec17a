import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { roleKinds, roleName, rolePassword, withRoleNames } from './roles.ts';
import type { RoleKind } from './roles.ts';

const folder = new URL('../../../database/', import.meta.url);
const lockKey = 7_340_112;

interface MigrateOptions {
  secretKey: string;
  /** The last migration that is applied, to make the database of an earlier release. Nobody is let in to such a one. */
  until?: string;
}

/**
 * Brings a database up to date as its owner: login roles, numbered migrations (forward only, one
 * transaction each, never edited), grants. Idempotent; two processes starting at once take turns.
 */
export async function migrate(owner: pg.ClientConfig, options: MigrateOptions): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const database = await currentDatabase(client);
    await refuseSuperuser(client);
    await refuseLater(client);
    await ensureRoles(client, database, options.secretKey);
    await prepareJobs(owner);
    await applyMigrations(client, database, options.until);
    if (options.until !== undefined) return;
    await adoptPolicies(client, database);
    await inTransaction(
      client,
      withRoleNames(await readFile(new URL('grants.sql', folder), 'utf8'), database),
    );
  } finally {
    await client.end();
  }
}

async function currentDatabase(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const name = rows[0]?.name;
  if (name === undefined) throw new Error('The database did not say its name.');
  return name;
}

// A superuser owner would make every policy and grant untested: what works for it may fail for others.
async function refuseSuperuser(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean; may: boolean }>(
    'select rolsuper, rolcreaterole as may from pg_roles where rolname = current_user',
  );
  if (rows[0]?.rolsuper) {
    throw new Error(
      'DATABASE_URL names a superuser. Create an owner of its own: CREATE ROLE … LOGIN CREATEROLE, and a database that it owns (docs/operating.md).',
    );
  }
  if (!rows[0]?.may) {
    throw new Error(
      'The role of DATABASE_URL needs CREATEROLE, to create the three roles that serve (docs/operating.md).',
    );
  }
}

// An earlier release would put its own grants and jobs on a database that it does not know.
async function refuseLater(client: pg.Client): Promise<void> {
  const known = new Set(await migrationNames());
  const later = [...(await appliedSteps(client)).keys()].filter((name) => !known.has(name)).sort();
  if (later.length === 0) return;
  throw new Error(
    `The database is of a later release: it has taken ${later[0]}, which this one does not have. Start that ` +
      'release again, or restore the back-up that goes with this one (docs/operating.md).',
  );
}

async function migrationNames(): Promise<string[]> {
  return (await readdir(new URL('migrations/', folder))).filter((name) => name.endsWith('.sql')).sort();
}

/** Name and checksum of what the database has taken. */
async function appliedSteps(client: pg.Client): Promise<Map<string, string>> {
  const { rows: tables } = await client.query<{ is: boolean }>(
    "select to_regclass('migration') is not null as is",
  );
  if (!tables[0]?.is) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function ensureRoles(client: pg.Client, database: string, secretKey: string): Promise<void> {
  for (const kind of roleKinds) {
    const name = roleName(database, kind);
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
    const role = client.escapeIdentifier(name);
    const password = client.escapeLiteral(rolePassword(secretKey, database, kind));
    if (rowCount === 0) {
      await client.query(`create role ${role} login noinherit nocreatedb nocreaterole password ${password}`);
    } else {
      await client.query(`alter role ${role} password ${password}`);
    }
    // With named statements and policies the planner otherwise plans each list anew, at 3–4 times the cost.
    await client.query(`alter role ${role} set plan_cache_mode = force_generic_plan`);
    await client.query(`alter role ${role} set statement_timeout = '15s'`);
    // A mail is sent within its notice's transaction, so a slow mail server must not cut it.
    const patience = kind === 'worker' ? '120s' : '30s';
    await client.query(`alter role ${role} set idle_in_transaction_session_timeout = '${patience}'`);
    await client.query(`alter role ${role} set datestyle = 'ISO, YMD'`);
  }
  const roles = roleKinds.map((kind) => client.escapeIdentifier(roleName(database, kind))).join(', ');
  await client.query(
    `revoke connect, temporary on database ${client.escapeIdentifier(database)} from public`,
  );
  await client.query(`grant connect on database ${client.escapeIdentifier(database)} to ${roles}`);
}

/**
 * Policies name roles, and roles carry the database's name: in a database that was renamed, copied, or restored
 * under another name, they name roles of elsewhere, and nobody would see anything.
 */
async function adoptPolicies(client: pg.Client, database: string): Promise<void> {
  const { rows } = await client.query<{ table: string; policy: string; roles: string[] }>(
    `select tablename as table, policyname as policy, roles::text[] as roles from pg_policies where schemaname = 'public'`,
  );
  for (const { table, policy, roles } of rows) {
    const own = roles.map((role) => roleName(database, kindOf(role)));
    if (own.join() === roles.join()) continue;
    const names = own.map((role) => client.escapeIdentifier(role)).join(', ');
    await client.query(
      `alter policy ${client.escapeIdentifier(policy)} on ${client.escapeIdentifier(table)} to ${names}`,
    );
  }
}

function kindOf(role: string): RoleKind {
  const kind = roleKinds.find((one) => role.endsWith(`_${one}`));
  if (kind === undefined)
    throw new Error(`A policy names the role ${role}, which is none of this program's.`);
  return kind;
}

async function applyMigrations(client: pg.Client, database: string, until = ''): Promise<void> {
  await client.query(
    'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  );
  const applied = await appliedSteps(client);
  for (const name of await migrationNames()) {
    if (until !== '' && name > until) break;
    const sql = await readFile(new URL(`migrations/${name}`, folder), 'utf8');
    const checksum = createHash('sha256').update(sql).digest('hex');
    const before = applied.get(name);
    if (before === checksum) continue;
    if (before !== undefined) throw new Error(`Migration ${name} was edited after it had been applied.`);
    await inTransaction(client, withRoleNames(sql, database), async () => {
      await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
    });
  }
}

async function inTransaction(client: pg.Client, sql: string, then?: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await then?.();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
