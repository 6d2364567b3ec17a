import { sql } from 'kysely';
import { prepared } from '../../../server/database/query.ts';
import type { Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import type { Answerer, ItemKind, ItemOptions } from '../../templates/domain/items.ts';
import type { Measure } from '../../kpis/domain/measure.ts';
import type { AnswerContent } from '../domain/content.ts';
import type { Given } from '../domain/given.ts';
import { isFrozen } from '../domain/states.ts';
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
  answer: AnswerContent | null;
  version: number;
  answered_by: Answerer;
  from_employee: boolean;
  given: Given | null;
  measure: Measure | null;
}

export interface OneOnOneDocument extends ReachedOneOnOne, LastWords {
  /** Of everybody who was ever let in and still is, by id. */
  names: Record<string, string>;
  updated_at: string;
  sections: { id: string; title: string }[];
  /** By section; only where the viewer may see it. */
  guidance: Record<string, string> | null;
  items: ItemRow[];
}

/** What the employee said of it last. */
interface LastWords {
  approval: {
    at: string;
    by: Named;
    remark: string | null;
    digest: string;
    participantIds: string[];
  } | null;
  revision_request: { at: string; by: Named; message: string } | null;
}

/** Sections and items come as tuples, and are put in order here: both are cheaper than in the statement. */
interface DocumentRow extends Omit<OneOnOneDocument, keyof LastWords | 'sections' | 'items'> {
  sections: [position: number, id: string, title: string][] | null;
  items:
    | [
        position: number,
        id: string,
        sectionId: string,
        kind: ItemKind,
        prompt: string,
        options: ItemOptions | null,
        answer: AnswerContent | null,
        version: number,
        answeredBy: Answerer,
        fromEmployee: boolean,
        given: Given | null,
        measure: Measure | null,
      ][]
    | null;
  revision_wanted: boolean;
}

function inOrder<Placed extends [position: number, id: string, ...unknown[]]>(
  placed: Placed[] | null,
): Placed[] {
  return (placed ?? []).sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
}

type ItemTuple = NonNullable<DocumentRow['items']>[number];

function itemRow([, id, section_id, kind, prompt, options, answer, version, ...brought]: ItemTuple): ItemRow {
  const [answered_by, from_employee, given, measure] = brought;
  const asked = { id, section_id, kind, prompt, options, measure };
  return { ...asked, answer, version, answered_by, from_employee, given };
}

// A plan's every sub-plan costs at each start, also where it then finds nothing: what most records do not have
// is asked for apart.
const documentOf = prepared(
  sql<DocumentRow>`
  select o.id, o.manager_id, o.employee_id, o.participant_ids,
         (select json_object_agg(p.id, p.name) from person p
           where p.id = any (array[o.manager_id, o.employee_id] || o.participant_ids)) as names,
         o.title, o.held_on, o.state, o.version, o.updated_at,
         app.manages(o.manager_id, o.employee_id) as still_managed,
         (select json_agg(json_build_array(s.position, s.id, s.title))
            from section s where s.one_on_one_id = o.id) as sections,
         (select json_object_agg(g.section_id, g.guidance)
            from section_guidance g where g.one_on_one_id = o.id) as guidance,
         (select json_agg(json_build_array(i.position, i.id, i.section_id, i.kind, i.prompt, i.options, i.answer, i.version,
                                          i.answered_by, i.from_employee, i.given, i.measure))
            from item i where i.one_on_one_id = o.id) as items,
         o.revision_wanted
    from one_on_one o
   where o.id = ${'id'} and ${isVisible}`,
);

const lastWordsOf = prepared(
  sql<LastWords>`
  select case when o.state = 'approved' then (
           select json_build_object('at', a.at, 'by', json_build_object('id', p.id, 'name', p.name),
                                    'remark', a.remark, 'digest', a.digest, 'participantIds', array(
                                      select q.person_id from participant q
                                       where q.one_on_one_id = o.id and (q.removed_at is null or q.removed_at > a.at)))
             from approval a join person p on p.id = a.by_id
            where a.one_on_one_id = o.id) end as approval,
         case when o.revision_wanted then (
           select json_build_object('at', v.at, 'by', json_build_object('id', p.id, 'name', p.name),
                                    'message', r.message)
             from revision_request r
             join one_on_one_event v on v.id = r.event_id
             join person p on p.id = v.by_id
            where r.one_on_one_id = o.id
            order by v.at desc limit 1) end as revision_request
    from one_on_one o
   where o.id = ${'id'} and ${isVisible}`,
);

/** The whole document, in one statement where the employee has said nothing of it; 404 where it does not exist for the viewer. */
export async function loadOneOnOne(db: Reader, id: string): Promise<OneOnOneDocument> {
  const row = await db.first(documentOf(id));
  if (row === undefined) throw problem('not_found');
  const lastWords = isFrozen(row.state) || row.revision_wanted ? await db.first(lastWordsOf(id)) : undefined;
  return {
    ...row,
    sections: inOrder(row.sections).map(([, sectionId, title]) => ({ id: sectionId, title })),
    items: inOrder(row.items).map(itemRow),
    approval: null,
    revision_request: null,
    ...lastWords,
  };
}
