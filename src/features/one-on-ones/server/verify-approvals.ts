import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { ItemFigures, RecordContent } from '../domain/content.ts';
import { canonicalVersions } from '../domain/canonical-form.ts';
import type { ApprovedRecord } from '../domain/canonical-form.ts';
import { digestOf } from './digest.ts';

export interface Verdict {
  id: string;
  verdict: 'intact' | 'changed' | 'unknown form' | 'no approval';
}

interface ApprovedRow {
  id: string;
  manager_id: string;
  employee_id: string;
  title: string;
  held_on: string;
  remark: string | null;
  digest: string | null;
  participant_ids: string[];
  sections: RecordContent['sections'];
  action_items: RecordContent['actionItems'];
  files: RecordContent['files'];
  figures: ItemFigures[];
}

const pageSize = 200;

/** Computes every approval's digest again from what is stored. As the owner, on the server; says ids alone. */
export async function* verifyApprovals(db: Db): AsyncGenerator<Verdict> {
  let after: string | null = null;
  for (;;) {
    const rows: ApprovedRow[] = await approvedAfter(db, after);
    for (const row of rows) yield { id: row.id, verdict: verdictOn(row) };
    after = rows.at(-1)?.id ?? null;
    if (rows.length < pageSize) return;
  }
}

function verdictOn(row: ApprovedRow): Verdict['verdict'] {
  if (row.digest === null) return 'no approval';
  const form = canonicalVersions.find((known) => row.digest?.startsWith(`${known}:`));
  if (form === undefined) return 'unknown form';
  return digestOf(recordOf(row), form) === row.digest ? 'intact' : 'changed';
}

function recordOf(row: ApprovedRow): ApprovedRecord {
  return {
    id: row.id,
    managerId: row.manager_id,
    employeeId: row.employee_id,
    title: row.title,
    heldOn: row.held_on,
    participantIds: row.participant_ids,
    sections: row.sections,
    actionItems: row.action_items,
    files: row.files,
    figures: row.figures,
    remark: row.remark,
  };
}

async function approvedAfter(db: Db, after: string | null): Promise<ApprovedRow[]> {
  return db.all(sql<ApprovedRow>`
    select o.id, o.manager_id, o.employee_id, o.title, o.held_on::text as held_on, a.remark, a.digest,
           coalesce((
             select json_agg(json_build_object('id', s.id, 'title', s.title, 'items', coalesce((
                      select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'prompt', i.prompt,
                                        'options', i.options, 'answer', i.answer, 'answeredBy', i.answered_by,
                                        'fromEmployee', i.from_employee, 'given', i.given, 'measure', i.measure) order by i.position, i.id)
                        from item i where i.section_id = s.id), '[]')) order by s.position, s.id)
               from section s where s.one_on_one_id = o.id), '[]') as sections,
           array(select p.person_id from participant p
                  where p.one_on_one_id = o.id and (p.removed_at is null or p.removed_at > a.at)) as participant_ids,
           coalesce((
             select json_agg(json_build_object('id', t.id, 'text', t.text, 'ownerId', t.owner_id, 'dueOn', t.due_on)
                             order by t.position, t.id)
               from action_item t where t.one_on_one_id = o.id), '[]') as action_items,
           coalesce((
             select json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'sha256', f.sha256)
                             order by f.added_at, f.id)
               from file f where f.one_on_one_id = o.id), '[]') as files,
           coalesce((
             select json_agg(json_build_object('itemId', n.item_id, 'figures', n.figures) order by n.item_id)
               from item_figures n where n.one_on_one_id = o.id), '[]') as figures
      from one_on_one o left join approval a on a.one_on_one_id = o.id
     where o.state = 'approved' and (${after}::uuid is null or o.id > ${after}::uuid)
     order by o.id
     limit ${pageSize}`);
}
