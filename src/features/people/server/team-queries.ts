import { sql } from 'kysely';
import { containing } from '../../../server/database/like.ts';
import type { Db } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import type { NamedPerson } from '../contract.ts';

export interface TeamRow {
  id: string;
  name: string;
  members: NamedPerson[];
  managers: NamedPerson[];
}

function peopleIn(table: 'team_member' | 'team_manager') {
  return sql`coalesce((
    select json_agg(json_build_object('id', p.id, 'name', p.name) order by lower(p.name), p.id)
      from ${sql.table(table)} x join person p on p.id = x.person_id
     where x.team_id = t.id), '[]')`;
}

const teamColumns = sql`t.id, t.name, ${peopleIn('team_member')} as members, ${peopleIn('team_manager')} as managers`;

export async function findTeam(db: Db, teamId: string): Promise<TeamRow> {
  const row = await db.first(sql<TeamRow>`select ${teamColumns} from team t where t.id = ${teamId}`);
  if (row === undefined) throw problem('not_found');
  return row;
}

interface TeamFilter {
  q: string | undefined;
  after: readonly [name: string, id: string] | null;
  limit: number;
}

export async function listTeamRows(db: Db, filter: TeamFilter): Promise<TeamRow[]> {
  const pattern = filter.q === undefined ? null : containing(filter.q);
  const [name, id] = filter.after ?? ['', null];
  return db.all(sql<TeamRow>`
    select ${teamColumns} from team t
     where (${pattern}::text is null or t.name ilike ${pattern})
       and (${id}::uuid is null or (lower(t.name), t.id) > (lower(${name}), ${id}::uuid))
     order by lower(t.name), t.id
     limit ${filter.limit}`);
}
