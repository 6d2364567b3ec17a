import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import { planImport } from '../domain/import-plan.ts';
import type { ImportLine, ImportPlan, KnownPerson } from '../domain/import-plan.ts';
import { requireAdmin } from './admin-right.ts';
import { readPeopleCsv } from './read-people-csv.ts';

interface Imported {
  lines: ImportLine[];
  newTeams: string[];
  applied: boolean;
}

/** Says what a file would do; with `apply` does it, whole or, where a line is wrong, not at all. */
export async function importPeople(
  { db, viewer, now }: Context,
  { csv, apply }: { csv: string; apply: boolean },
): Promise<Imported> {
  requireAdmin(viewer);
  const read = readPeopleCsv(csv);
  if ('fault' in read) throw problem('invalid', { errors: [{ path: 'csv', message: read.fault }] });
  // One change of people at a time: what was planned is what is found.
  await db.run(sql`select pg_advisory_xact_lock(hashtext('duologue people'))`);
  const plan = planImport(read.rows, await knownPeople(db), await knownTeams(db));
  const isWrong = plan.lines.some(({ action }) => action === 'error');
  if (apply && isWrong) {
    throw problem('invalid', {
      detail: 'Some lines are wrong; nothing was imported.',
      errors: plan.lines
        .filter(({ action }) => action === 'error')
        .slice(0, 100)
        .map(({ line, words }) => ({ path: `csv.${line}`, message: `Line ${line}: ${words.join(' ')}` })),
    });
  }
  if (apply) await writePlan(db, plan, now);
  return { lines: plan.lines, newTeams: plan.newTeams, applied: apply };
}

async function knownPeople(db: Db): Promise<KnownPerson[]> {
  return db.all(sql<KnownPerson>`
    select p.id, p.name, a.email, p.has_login as "hasLogin", p.active,
           array(select t.name from team_member m join team t on t.id = m.team_id where m.person_id = p.id) as "memberOf",
           array(select t.name from team_manager m join team t on t.id = m.team_id where m.person_id = p.id) as manages
      from person p left join person_address a on a.person_id = p.id`);
}

async function knownTeams(db: Db): Promise<string[]> {
  const rows = await db.all(sql<{ name: string }>`select name from team`);
  return rows.map(({ name }) => name);
}

interface Written {
  id: string;
  isNew: boolean;
  name: string;
  email: string | null;
  has_login: boolean;
  member_of: string[];
  manages: string[];
}

/** A statement a table, however long the file is. */
async function writePlan(db: Db, { steps, newTeams }: ImportPlan, now: Date): Promise<void> {
  const written: Written[] = steps.map((step) => ({
    id: step.personId ?? newId(),
    isNew: step.personId === null,
    name: step.name,
    email: step.email,
    has_login: step.hasLogin,
    member_of: step.memberOf,
    manages: step.manages,
  }));
  const added = JSON.stringify(written.filter(({ isNew }) => isNew));
  const all = JSON.stringify(written);
  const teams = JSON.stringify(newTeams.map((name) => ({ id: newId(), name })));
  await db.run(sql`
    insert into team (id, name) select t.id, t.name from json_to_recordset(${teams}::json) as t (id uuid, name text)`);
  await db.run(sql`
    insert into person (id, name, has_login, created_at)
    select p.id, p.name, p.has_login, ${now}::timestamptz
      from json_to_recordset(${added}::json) as p (id uuid, name text, has_login boolean)`);
  await db.run(sql`
    insert into person_address (person_id, email)
    select p.id, p.email from json_to_recordset(${added}::json) as p (id uuid, email text) where p.email is not null`);
  await db.run(sql`
    update person set has_login = true
      from json_to_recordset(${all}::json) as p (id uuid, has_login boolean)
     where person.id = p.id and p.has_login and not person.has_login`);
  for (const [table, field] of [
    ['team_member', 'member_of'],
    ['team_manager', 'manages'],
  ] as const) {
    await db.run(sql`
      insert into ${sql.table(table)} (team_id, person_id)
      select distinct on (lower(t.name), p.id) t.id, p.id
        from json_to_recordset(${all}::json) as p (id uuid, ${sql.id(field)} json)
       cross join json_array_elements_text(p.${sql.id(field)}) as wanted (name)
        join team t on lower(t.name) = lower(wanted.name)
       order by lower(t.name), p.id, t.id
      on conflict do nothing`);
  }
}
