import { sql } from 'kysely';
import { containing } from '../../../server/database/like.ts';
import type { Db } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';

export interface PersonRow {
  id: string;
  name: string;
  active: boolean;
  has_login: boolean;
  is_admin: boolean;
  email: string | null;
  has_password: boolean;
  address_may_change: boolean;
  member_of: { id: string; name: string }[];
  manages: { id: string; name: string }[];
}

const personColumns = sql`p.id, p.name, p.active, p.has_login, p.is_admin, a.email, app.has_password(p.id) as has_password,
  app.address_may_change(p.id) as address_may_change,
  ${teamsBy('team_member')} as member_of, ${teamsBy('team_manager')} as manages`;

// Only an admin's policies let any of it be seen.
function teamsBy(table: 'team_member' | 'team_manager') {
  return sql`coalesce((
    select json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name), t.id)
      from ${sql.table(table)} m join team t on t.id = m.team_id where m.person_id = p.id), '[]')`;
}

/** What an admin reads of a person; 404 where there is none. */
export async function findPerson(db: Db, personId: string): Promise<PersonRow> {
  const row = await db.first(sql<PersonRow>`
    select ${personColumns} from person p left join person_address a on a.person_id = p.id where p.id = ${personId}`);
  if (row === undefined) throw problem('not_found');
  return row;
}

interface PeopleFilter {
  q: string | undefined;
  withInactive: boolean;
  only: 'no-login' | 'no-password' | 'no-team' | 'admins' | undefined;
  after: readonly [name: string, id: string] | null;
  limit: number;
}

const only = {
  everybody: sql`true`,
  'no-login': sql`not p.has_login`,
  'no-password': sql`p.has_login and not app.has_password(p.id)`,
  'no-team': sql`not exists (select from team_member m where m.person_id = p.id)
                 and not exists (select from team_manager m where m.person_id = p.id)`,
  admins: sql`p.is_admin`,
};

/** Addresses come back only where the policies let the viewer read them: an admin, or one's own. */
export async function listPeopleRows(db: Db, filter: PeopleFilter): Promise<PersonRow[]> {
  const pattern = filter.q === undefined ? null : containing(filter.q);
  const [name, id] = filter.after ?? ['', null];
  return db.all(sql<PersonRow>`
    select ${personColumns}
      from person p left join person_address a on a.person_id = p.id
     where (p.active or ${filter.withInactive})
       and (${pattern}::text is null or p.name ilike ${pattern} or a.email ilike ${pattern})
       and ${only[filter.only ?? 'everybody']}
       and (${id}::uuid is null or (lower(p.name), p.id) > (lower(${name}), ${id}::uuid))
     order by lower(p.name), p.id
     limit ${filter.limit}`);
}
