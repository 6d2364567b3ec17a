import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import type { NamedPerson, Person } from '../contract.ts';
import { requireAdmin } from './admin-right.ts';
import { findPerson } from './person-queries.ts';
import { presentPerson } from './present-person.ts';

type InTeam = NamedPerson & { as: 'member' | 'manager' };

export async function openPerson(
  { db, viewer }: Context,
  personId: string,
): Promise<Person & { teams: InTeam[]; invitedUntil: string | null; signInSince: string | null }> {
  requireAdmin(viewer);
  const person = await findPerson(db, personId);
  const teams = await db.all(sql<InTeam>`
    select t.id, t.name, 'member' as "as" from team t join team_member m on m.team_id = t.id where m.person_id = ${personId}
    union all
    select t.id, t.name, 'manager' from team t join team_manager m on m.team_id = t.id where m.person_id = ${personId}
    order by name, id`);
  const comingIn = await db.first(
    sql<{ invited_until: string | null; sign_in_since: string | null }>`
      select app.invited_until(${personId}) as invited_until, app.sign_in_since(${personId}) as sign_in_since`,
  );
  return {
    ...presentPerson(person, viewer),
    teams,
    invitedUntil: comingIn?.invited_until ?? null,
    signInSince: comingIn?.sign_in_since ?? null,
  };
}
