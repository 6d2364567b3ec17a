import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import type { CompiledQuery, RawBuilder } from 'kysely';
import type pg from 'pg';
import { statementName } from './client.ts';
import type { Tables } from './tables.ts';

/** Builds statements; runs none. */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

interface Buildable<Row> {
  compile(): CompiledQuery<Row>;
}

/** A statement: from the builder, or written with Kysely's `sql` tag. */
export type Query<Row> = Buildable<Row> | RawBuilder<Row>;

/** For the busiest reads: a statement built once, to which each call brings its values in the order of the text. */
export function prepared<Row>(query: Query<Row>): (...values: unknown[]) => Query<Row> {
  const compiled = query.compile(build);
  return (...parameters) => ({ compile: () => ({ ...compiled, parameters }) });
}

/** What only reads takes this much of the handle. */
export interface Reader {
  all<Row>(query: Query<Row>): Promise<Row[]>;
  first<Row>(query: Query<Row>): Promise<Row | undefined>;
}

/** The handle of one transaction. Every function that touches the database takes it first. */
export interface Db extends Reader {
  /** Runs a write and answers how many rows it touched. */
  run(query: Query<unknown>): Promise<number>;
}

export function dbOn(client: pg.ClientBase | pg.Pool): Db {
  const send = async <Row>(query: Query<Row>) => {
    const compiled = query.compile(build);
    const { sql: text, parameters } = compiled;
    return client.query<pg.QueryResultRow & Row>({
      name: statementName(text),
      text,
      values: [...parameters],
    } as pg.QueryConfig);
  };
  return {
    all: async (query) => (await send(query)).rows,
    first: async (query) => (await send(query)).rows[0],
    run: async (query) => (await send(query)).rowCount ?? 0,
  };
}

/** A value for a jsonb column; pg would otherwise send arrays as PostgreSQL arrays. */
export function json<T>(value: T): RawBuilder<T> {
  return value === null ? sql<T>`null` : sql<T>`${JSON.stringify(value)}::jsonb`;
}
