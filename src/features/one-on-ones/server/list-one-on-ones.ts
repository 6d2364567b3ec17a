import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { containing } from '../../../server/database/like.ts';
import type { Reader } from '../../../server/database/query.ts';
import { decodeCursor } from '../../../shared/cursor.ts';
import type { State } from '../domain/states.ts';
import { sharedStates, statesInTurnOf } from '../domain/states.ts';
import type { ListedRow } from './present-one-on-one.ts';

export interface ListFilter {
  view?: 'needs-me' | 'drafts' | 'shared-with-me' | 'all' | undefined;
  state?: State | undefined;
  personId?: string | undefined;
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

type Condition = RawBuilder<unknown>;

/**
 * Mine, last changed first. Three branches, each along its own index: with one condition joined by OR, or with
 * the policies alone, PostgreSQL reads everybody's rows.
 */
export async function listOneOnOneRows(db: Reader, filter: ListFilter): Promise<ListedRow[]> {
  const conditions = commonConditions(filter);
  const branches = [
    ...(filter.view === 'shared-with-me' ? [] : [branch(managerSide(filter), conditions, filter.limit + 1)]),
    ...(filter.view === 'drafts' ? [] : [branch(employeeSide(filter), conditions, filter.limit + 1)]),
    ...(filter.view === 'drafts' || filter.view === 'needs-me'
      ? []
      : [branch(participantSide(filter), conditions, filter.limit + 1)]),
  ];
  return db.all(sql<ListedRow>`
    with managed as materialized (select id from app.managed_people())
    select o.id, o.title, o.state, o.held_on, o.updated_at, o.manager_id, o.employee_id, o.participant_ids,
           m.name as manager_name, e.name as employee_name,
           o.employee_id in (select id from managed) or o.manager_id <> (select app.viewer_id()) as still_managed
      from (${sql.join(branches, sql` union all `)}) o
      join person m on m.id = o.manager_id
      join person e on e.id = o.employee_id
     order by o.updated_at desc, o.id desc
     limit ${filter.limit + 1}`);
}

function branch(side: Condition, conditions: readonly Condition[], limit: number): Condition {
  return sql`(
    select o.id, o.title, o.state, o.held_on, o.updated_at, o.manager_id, o.employee_id, o.participant_ids
      from one_on_one o
     where ${sql.join([side, ...conditions], sql` and `)}
     order by o.updated_at desc, o.id desc
     limit ${limit})`;
}

function managerSide(filter: ListFilter): Condition {
  const mine = sql`o.manager_id = (select app.viewer_id())`;
  const person = filter.personId === undefined ? sql`` : sql` and o.employee_id = ${filter.personId}`;
  if (filter.view === 'needs-me') {
    return sql`${mine} and ${inStates(statesInTurnOf('manager'))} and o.employee_id in (select id from managed)${person}`;
  }
  return filter.view === 'drafts'
    ? sql`${mine} and not ${inStates(sharedStates)}${person}`
    : sql`${mine}${person}`;
}

function employeeSide(filter: ListFilter): Condition {
  const mine = sql`o.employee_id = (select app.viewer_id()) and ${inStates(sharedStates)}`;
  const person = filter.personId === undefined ? sql`` : sql` and o.manager_id = ${filter.personId}`;
  if (filter.view === 'needs-me') return sql`${mine} and ${inStates(statesInTurnOf('employee'))}${person}`;
  return sql`${mine}${person}`;
}

function participantSide(filter: ListFilter): Condition {
  const person =
    filter.personId === undefined ? sql`` : sql` and ${filter.personId} in (o.manager_id, o.employee_id)`;
  return sql`o.id in (select q.one_on_one_id from participant q
                       where q.person_id = (select app.viewer_id()) and q.removed_at is null)
             and ${inStates(sharedStates)}${person}`;
}

function inStates(states: readonly State[]): Condition {
  return sql`o.state = any(${states}::one_on_one_state[])`;
}

function commonConditions(filter: ListFilter): Condition[] {
  const after = decodeCursor(filter.cursor, ['time', 'id']);
  const conditions: Condition[] = [];
  if (filter.state !== undefined) conditions.push(sql`o.state = ${filter.state}`);
  if (after !== null) {
    conditions.push(sql`(o.updated_at, o.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  if (filter.q !== undefined && filter.q.trim() !== '') conditions.push(holds(containing(filter.q)));
  return conditions;
}

function holds(pattern: string): Condition {
  return sql`(
    o.title ilike ${pattern}
    or exists (select from person p where p.id in (o.manager_id, o.employee_id)
                  and p.id <> (select app.viewer_id()) and p.name ilike ${pattern})
    or exists (select from item i where i.one_on_one_id = o.id
                  and (i.answer_plain ilike ${pattern} or i.prompt ilike ${pattern})))`;
}

/** How many one-on-ones wait for the viewer, counted up to a hundred: along the same indexes, without anybody's name. */
export const needsMeCount: RawBuilder<number> = sql<number>`(
  select count(*)::int from (
    (select from one_on_one o
      where o.manager_id = (select app.viewer_id()) and ${inStates(statesInTurnOf('manager'))}
        and o.employee_id in (select id from app.managed_people()))
    union all
    (select from one_on_one o
      where o.employee_id = (select app.viewer_id()) and ${inStates(statesInTurnOf('employee'))})
    limit 100) counted)`;
