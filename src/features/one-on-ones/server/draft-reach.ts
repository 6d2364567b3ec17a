import { build, json } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import type { Section } from '../../templates/domain/sections.ts';
import type { TemplateItem } from '../../templates/contract.ts';
import { answerInWords } from '../domain/answers.ts';
import type { AnswerContent, ItemContent } from '../domain/content.ts';
import { givenInWords } from '../domain/given.ts';
import { recordEvent } from './transition.ts';

export interface NewItem extends Omit<ItemContent, 'id'> {
  /** The template's item that it was copied from. */
  sourceId: string | null;
}

export interface NewSection extends Omit<Section, 'items'> {
  items: NewItem[];
}

/** A template's item as it begins in a record: nothing is answered, and nothing was brought in. */
export function copied({ id, answeredBy = 'manager', measure, ...item }: TemplateItem): NewItem {
  const asked = { ...item, answeredBy, measure: measure ?? null, sourceId: id };
  return { ...asked, answer: null, fromEmployee: false, given: null };
}

/** A draft of the viewer's with these sections. Whether they manage the employee was asked before. */
export async function makeDraft(
  context: Context,
  { employeeId, title, heldOn }: { employeeId: string; title: string; heldOn: string },
  sections: readonly NewSection[],
): Promise<string> {
  const { db, viewer, now } = context;
  const id = newId();
  await db.run(
    build.insertInto('one_on_one').values({
      id,
      manager_id: viewer.id,
      employee_id: employeeId,
      title,
      held_on: heldOn,
      state: 'draft',
      created_at: now,
      updated_at: now,
    }),
  );
  await insertSections(db, id, sections);
  await recordEvent(context, id, 'created', true);
  return id;
}

async function insertSections(db: Db, oneOnOneId: string, sections: readonly NewSection[]): Promise<void> {
  if (sections.length === 0) return;
  const placed = sections.map((section, position) => ({ ...section, id: newId(), position }));
  await db.run(
    build
      .insertInto('section')
      .values(placed.map(({ id, title, position }) => ({ id, one_on_one_id: oneOnOneId, position, title }))),
  );
  const guided = placed.flatMap(({ id, guidance }) =>
    guidance ? [{ section_id: id, one_on_one_id: oneOnOneId, guidance }] : [],
  );
  if (guided.length > 0) await db.run(build.insertInto('section_guidance').values(guided));
  const items = placed.flatMap((section) =>
    section.items.map((item, position) => itemRow(item, { oneOnOneId, sectionId: section.id, position })),
  );
  if (items.length > 0) await db.run(build.insertInto('item').values(items));
}

function itemRow(item: NewItem, at: { oneOnOneId: string; sectionId: string; position: number }) {
  return {
    id: newId(),
    one_on_one_id: at.oneOnOneId,
    section_id: at.sectionId,
    position: at.position,
    kind: item.kind,
    prompt: item.prompt,
    options: json(item.options ?? null),
    source_item_id: item.sourceId,
    answer: json<AnswerContent | null>(item.answer),
    answer_plain: [givenInWords(item.given), answerInWords(item, item.answer)].filter(Boolean).join('\n'),
    answered_by: item.answeredBy,
    from_employee: item.fromEmployee,
    given: json(item.given),
    measure: json(item.measure),
  };
}
