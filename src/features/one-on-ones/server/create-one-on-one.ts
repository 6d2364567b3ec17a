import { sql } from 'kysely';
import { build, json } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import { reachTemplate } from '../../templates/server/template-reach.ts';
import type { TemplateSection } from '../../templates/contract.ts';
import type { OneOnOne } from '../contract.ts';
import { presentNow } from './present-now.ts';
import { applyChange, prepareChange, recordEvent } from './transition.ts';

interface NewOneOnOne {
  employeeId: string;
  templateId: string;
  title?: string | undefined;
  heldOn?: string | undefined;
  share?: boolean | undefined;
}

/** Copies the template: editing it later never changes this one-on-one. */
export async function createOneOnOne(context: Context, wanted: NewOneOnOne): Promise<OneOnOne> {
  const { db, viewer, now, today } = context;
  const template = await reachTemplate(db, wanted.templateId);
  await refuseUnmanaged(db, wanted.employeeId);
  const id = newId();
  await db.run(
    build.insertInto('one_on_one').values({
      id,
      manager_id: viewer.id,
      employee_id: wanted.employeeId,
      title: wanted.title ?? template.title,
      held_on: wanted.heldOn ?? today,
      state: 'draft',
      created_at: now,
      updated_at: now,
    }),
  );
  await copySections(db, id, template.sections);
  await recordEvent(context, id, 'created', true);
  if (wanted.share === true) await applyChange(context, await prepareChange(context, id, 'share'));
  return presentNow(context, id);
}

async function refuseUnmanaged(db: Db, employeeId: string): Promise<void> {
  const person = await db.first(
    sql<{ managed: boolean; has_login: boolean }>`
      select m.id is not null as managed, p.has_login
        from person p left join app.managed_people() m on m.id = p.id
       where p.id = ${employeeId} and p.active`,
  );
  if (person === undefined) throw problem('not_found');
  if (!person.managed) throw problem('forbidden', { detail: 'You do not manage this person.' });
  if (!person.has_login) {
    throw problem('forbidden', {
      detail: 'This person has no login access, so they could not read it. An admin can give it.',
    });
  }
}

async function copySections(db: Db, oneOnOneId: string, sections: readonly TemplateSection[]): Promise<void> {
  const copies = sections.map((section, position) => ({
    ...section,
    sourceId: section.id,
    id: newId(),
    position,
  }));
  if (copies.length === 0) return;
  await db.run(
    build
      .insertInto('section')
      .values(copies.map(({ id, title, position }) => ({ id, one_on_one_id: oneOnOneId, position, title }))),
  );
  const guided = copies.flatMap(({ id, guidance }) =>
    guidance ? [{ section_id: id, one_on_one_id: oneOnOneId, guidance }] : [],
  );
  if (guided.length > 0) await db.run(build.insertInto('section_guidance').values(guided));
  const items = copies.flatMap((section) =>
    section.items.map((item, position) => ({
      id: newId(),
      one_on_one_id: oneOnOneId,
      section_id: section.id,
      position,
      kind: item.kind,
      prompt: item.prompt,
      options: json(item.options ?? null),
      source_item_id: item.id,
      answer: null,
    })),
  );
  if (items.length > 0) await db.run(build.insertInto('item').values(items));
}
