import { decodeCursor, pageFrom } from '../../../shared/cursor.ts';
import type { Page } from '../../../shared/pages.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { Person } from '../contract.ts';
import { listPeopleRows } from './person-queries.ts';
import { presentPerson } from './present-person.ts';

interface Filter {
  q?: string | undefined;
  inactive?: 'include' | undefined;
  only?: 'no-login' | 'no-password' | 'no-team' | 'admins' | undefined;
  cursor?: string | undefined;
  limit: number;
}

export async function listPeople({ db, viewer }: Context, filter: Filter): Promise<Page<Person>> {
  const rows = await listPeopleRows(db, {
    q: filter.q,
    withInactive: viewer.isAdmin && filter.inactive === 'include',
    only: viewer.isAdmin ? filter.only : undefined,
    after: decodeCursor(filter.cursor, ['text', 'id']),
    limit: filter.limit + 1,
  });
  return pageFrom(
    rows,
    filter.limit,
    (row) => presentPerson(row, viewer),
    (row) => [row.name, row.id],
  );
}
