import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import type { Viewer } from '../../../server/database/transaction.ts';
import type { Figures } from '../../kpis/domain/figures.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import { valueInWords } from '../../one-on-ones/domain/answers.ts';
import { updateParts, type Given } from '../../one-on-ones/domain/given.ts';
import type { OneOnOne } from '../../one-on-ones/contract.ts';
import { loadFigures } from '../../one-on-ones/server/figures-reach.ts';
import { isVisible } from '../../one-on-ones/server/one-on-one-reach.ts';
import { reachRecord } from '../../one-on-ones/server/record-reach.ts';
import type {
  ExportedActionItem,
  ExportedBrought,
  ExportedFile,
  ExportedRecord,
} from '../domain/exported-record.ts';

interface Reading {
  db: Reader;
  viewer: Viewer;
  now: Date;
  /** The organisation's date now. */
  today: string;
}

/**
 * What this reader may read of it, and nothing of what is between the two: no comment, no revision message, no
 * receipt, no guidance. Each part is asked for through its one-on-one.
 */
export async function loadRecord(context: Reading, id: string): Promise<ExportedRecord> {
  const { db, viewer, now, today } = context;
  const record = await reachRecord(context, id);
  const figures = await figuresIn(db, record, today);
  const here = sql`o.id = ${id} and ${isVisible}`;
  const actionItems = await db.all(sql<ActionItemRow>`
    select a.text, a.due_on, a.done_at, a.dropped_at, a.dropped_reason,
           a.owner_id, p.name as owner_name, a.dropped_by, d.name as dropped_by_name
      from one_on_one o join action_item a on a.one_on_one_id = o.id
      join person p on p.id = a.owner_id left join person d on d.id = a.dropped_by
     where ${here} order by a.position, a.id`);
  const files = await db.all(sql<FileRow>`
    select f.id, f.name, f.size, f.type, f.sha256, f.added_at, f.added_by, p.name as added_by_name
      from one_on_one o join file f on f.one_on_one_id = o.id join person p on p.id = f.added_by
     where ${here} order by f.added_at, f.id`);
  const addenda = await db.all(sql<AddendumRow>`
    select a.author_id, p.name as author_name, a.at, a.body
      from one_on_one o join addendum a on a.one_on_one_id = o.id join person p on p.id = a.author_id
     where ${here} order by a.at, a.id`);
  const note = await db.first(sql<{ body: RichText; updated_at: string }>`
    select n.body, n.updated_at from one_on_one o join private_note n on n.one_on_one_id = o.id
     where ${here} and n.author_id = ${viewer.id}`);
  return {
    format: 'duologue-one-on-one',
    version: 1,
    exportedAt: now.toISOString(),
    exportedBy: { id: viewer.id, name: viewer.name },
    ...headOf(record, figures),
    actionItems: actionItems.map(presentActionItem),
    files: files.map(presentFile),
    addenda: addenda.map(({ author_id, author_name, at, body }) => ({
      author: { id: author_id, name: author_name },
      at,
      text: body,
    })),
    privateNote: note === undefined ? null : { text: note.body, updatedAt: note.updated_at },
  };
}

/** By item. Asked for where there are any: most records have none. */
async function figuresIn(db: Reader, record: OneOnOne, today: string): Promise<Map<string, Figures>> {
  if (!record.sections.some(({ items }) => items.some(({ measure }) => measure !== null))) return new Map();
  const { id, heldOn, state } = record;
  const { items } = await loadFigures(db, { id, held_on: heldOn, state }, today);
  return new Map(items.map(({ itemId, figures }) => [itemId, figures]));
}

function headOf(record: OneOnOne, figures: ReadonlyMap<string, Figures>) {
  return {
    id: record.id,
    title: record.title,
    heldOn: record.heldOn,
    state: record.state,
    manager: { id: record.manager.id, name: record.manager.name },
    employee: { id: record.employee.id, name: record.employee.name },
    participants: record.participants.map(({ id, name }) => ({ id, name })),
    sections: record.sections.map(({ title, items }) => ({
      title,
      items: items.map((item) => ({
        kind: item.kind,
        prompt: item.prompt,
        options: item.options,
        answer: item.answer,
        valueInWords: item.answer?.value === undefined ? null : valueInWords(item, item.answer.value),
        answeredBy: item.answeredBy,
        fromEmployee: item.fromEmployee,
        brought: presentBrought(record, item.given),
        figures: figures.get(item.id) ?? null,
      })),
    })),
    approval: record.approval && {
      at: record.approval.at,
      by: record.approval.by,
      remark: record.approval.remark,
      digest: record.approval.digest,
    },
  };
}

/** With the names of the two, so that it can be read without the product. */
function presentBrought({ manager, employee }: OneOnOne, given: Given | null): ExportedBrought | null {
  if (given === null) return null;
  const { point, actionItem, ...update } = given;
  const named = (id: string) => ({ id, name: (id === employee.id ? employee : manager).name });
  if (point !== undefined) {
    const { kind, authorId, raisedOn, body } = point;
    return { point: { kind, author: named(authorId), raisedOn, text: body } };
  }
  if (actionItem !== undefined) {
    const { ownerId, dueOn, agreedOn } = actionItem;
    return { promise: { owner: named(ownerId), dueOn, agreedOn } };
  }
  const parts = updateParts.flatMap((part) => {
    const text = update[part];
    return text === undefined ? [] : [[part, text]];
  });
  return { update: Object.fromEntries(parts) };
}

interface ActionItemRow {
  text: string;
  due_on: string;
  done_at: string | null;
  dropped_at: string | null;
  dropped_reason: string | null;
  owner_id: string;
  owner_name: string;
  dropped_by: string | null;
  dropped_by_name: string | null;
}

function presentActionItem(row: ActionItemRow): ExportedActionItem {
  const dropped =
    row.dropped_at === null
      ? null
      : {
          at: row.dropped_at,
          by: { id: row.dropped_by ?? '', name: row.dropped_by_name ?? '' },
          reason: row.dropped_reason ?? '',
        };
  return {
    text: row.text,
    owner: { id: row.owner_id, name: row.owner_name },
    dueOn: row.due_on,
    doneAt: row.done_at,
    dropped,
  };
}

interface FileRow {
  id: string;
  name: string;
  size: number;
  type: string;
  sha256: string;
  added_at: string;
  added_by: string;
  added_by_name: string;
}

function presentFile(row: FileRow): ExportedFile {
  return {
    id: row.id,
    name: row.name,
    size: row.size,
    type: row.type,
    sha256: row.sha256,
    addedAt: row.added_at,
    addedBy: { id: row.added_by, name: row.added_by_name },
  };
}

interface AddendumRow {
  author_id: string;
  author_name: string;
  at: string;
  body: RichText;
}
