import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { reachTemplate } from '../../templates/server/template-reach.ts';
import type { OneOnOne } from '../contract.ts';
import { copied, makeDraft } from './draft-reach.ts';
import { presentNow } from './present-now.ts';
import { applyChange, prepareChange } from './transition.ts';

interface NewOneOnOne {
  employeeId: string;
  templateId: string;
  title?: string | undefined;
  heldOn?: string | undefined;
  share?: boolean | undefined;
}

/** Copies the template: editing it later never changes this one-on-one. */
export async function createOneOnOne(context: Context, wanted: NewOneOnOne): Promise<OneOnOne> {
  const { db, today } = context;
  const template = await reachTemplate(db, wanted.templateId);
  await refuseUnmanaged(db, wanted.employeeId);
  const id = await makeDraft(
    context,
    { employeeId: wanted.employeeId, title: wanted.title ?? template.title, heldOn: wanted.heldOn ?? today },
    template.sections.map((section) => ({ ...section, items: section.items.map(copied) })),
  );
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
