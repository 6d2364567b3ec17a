import { sql } from 'kysely';
import { prepared } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import type { Answer } from '../contract.ts';
import type { ItemKind, ItemOptions } from '../../templates/domain/items.ts';
import { isVisible } from './one-on-one-reach.ts';
import type { ReachedOneOnOne } from './one-on-one-reach.ts';

interface Named {
  id: string;
  name: string;
}

export interface ItemRow {
  id: string;
  section_id: string;
  kind: ItemKind;
  prompt: string;
  options: ItemOptions | null;
  answer: Answer | null;
  version: number;
}

export interface OneOnOneDocument extends ReachedOneOnOne {
  /** Of the two, by id. */
  names: Record<string, string>;
  updated_at: string;
  sections: { id: string; title: string }[];
  /** By section; only where the viewer may see it. */
  guidance: Record<string, string> | null;
  items: ItemRow[];
  approval: { at: string; by: Named; remark: string | null; digest: string } | null;
  revision_request: { at: string; by: Named; message: string } | null;
}

const documentOf = prepared(
  sql<OneOnOneDocument>`
  select o.id, o.manager_id, o.employee_id,
         (select json_object_agg(p.id, p.name) from person p where p.id in (o.manager_id, o.employee_id)) as names,
         o.title, o.held_on, o.state, o.version, o.updated_at,
         app.manages(o.manager_id, o.employee_id) as still_managed,
         coalesce((
           select json_agg(json_build_object('id', s.id, 'title', s.title) order by s.position, s.id)
             from section s where s.one_on_one_id = o.id), '[]') as sections,
         (select json_object_agg(g.section_id, g.guidance)
            from section_guidance g where g.one_on_one_id = o.id) as guidance,
         coalesce((
           select json_agg(json_build_object('id', i.id, 'section_id', i.section_id, 'kind', i.kind,
                             'prompt', i.prompt, 'options', i.options, 'answer', i.answer, 'version', i.version)
                           order by i.position, i.id)
             from item i where i.one_on_one_id = o.id), '[]') as items,
         case when o.state = 'approved' then (
           select json_build_object('at', a.at, 'by', json_build_object('id', p.id, 'name', p.name),
                                   'remark', a.remark, 'digest', a.digest)
            from approval a join person p on p.id = a.by_id
           where a.one_on_one_id = o.id) end as approval,
         case when o.state = 'active' then (
           select json_build_object('at', v.at, 'by', json_build_object('id', p.id, 'name', p.name),
                                   'message', r.message)
            from revision_request r
            join one_on_one_event v on v.id = r.event_id
            join person p on p.id = v.by_id
           where r.one_on_one_id = o.id
             and not exists (select from approval_request q where q.one_on_one_id = o.id and q.at >= v.at)
           order by v.at desc limit 1) end as revision_request
    from one_on_one o
   where o.id = ${'id'} and ${isVisible}`,
);

/** The whole document in one statement; 404 where it does not exist for the viewer. */
export async function loadOneOnOne(db: Db, id: string): Promise<OneOnOneDocument> {
  const row = await db.first(documentOf(id));
  if (row === undefined) throw problem('not_found');
  return row;
}
