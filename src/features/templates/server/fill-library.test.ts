import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/test-database.ts';
import { openPool } from '../../../server/database/client.ts';
import { dbOn } from '../../../server/database/query.ts';
import { library } from '../domain/library/library.ts';
import { fillLibrary } from './fill-library.ts';

const { owner } = await testDatabase();
const pool = openPool(owner, () => undefined);
afterAll(() => pool.end());
const db = dbOn(pool);

interface Row {
  id: string;
  title: string;
  version: number;
  owner_id: string | null;
  shared: boolean;
}

const rows = () => db.all(sql<Row>`select id, title, version, owner_id, shared from template order by id`);
const first = library[0]?.id;

describe('filling the library', () => {
  beforeEach(async () => {
    await db.run(sql`delete from template`);
    await fillLibrary(db);
  });

  it('puts every template in, without an owner and for all team managers', async () => {
    expect(await rows()).toEqual(
      library.map(({ id, title }) => ({ id, title, version: 1, owner_id: null, shared: true })),
    );
  });

  it('changes nothing at the next start', async () => {
    const before = await db.all(sql`select id, version, updated_at from template`);
    await fillLibrary(db);
    expect(await db.all(sql`select id, version, updated_at from template`)).toEqual(before);
  });

  it('rewords what a new release words differently, and counts its version up', async () => {
    await db.run(sql`update template set title = 'Old', sections = '[]' where id = ${first}`);
    await fillLibrary(db);
    const [changed, ...others] = await rows();
    expect(changed).toMatchObject({ title: library[0]?.title, version: 2 });
    expect(others.every(({ version }) => version === 1)).toBe(true);
  });

  it('leaves the templates of people alone', async () => {
    await db.run(sql`insert into person (id, name) values (${crypto.randomUUID()}, 'Maya')`);
    await db.run(sql`
      insert into template (id, owner_id, title) select ${crypto.randomUUID()}, id, 'Mine' from person`);
    await fillLibrary(db);
    expect(await db.first(sql`select title, version from template where owner_id is not null`)).toEqual({
      title: 'Mine',
      version: 1,
    });
  });

  it('is done once by two processes that start together', async () => {
    await db.run(sql`delete from template`);
    await Promise.all([fillLibrary(db), fillLibrary(dbOn(pool))]);
    expect((await rows()).map(({ version }) => version)).toEqual(library.map(() => 1));
  });
});
