import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import type { Template } from '../contract.ts';
import { presentTemplate } from './present-template.ts';
import { sectionsFromRequest } from './sections-from-request.ts';
import type { SentSection } from './sections-from-request.ts';
import { reachTemplate } from './template-reach.ts';
import { requireTeamManager } from './template-right.ts';

interface NewTemplate {
  title: string;
  description: string;
  shared: boolean;
  sections: SentSection[];
}

/**
 * Makes a template that the viewer owns. A duplicate is sent with the ids of the original's items, which are
 * kept, so that the last answer to the same item is still found when a manager changes over to the copy.
 */
export async function addTemplate({ db, viewer, now }: Context, sent: NewTemplate): Promise<Template> {
  await requireTeamManager(db);
  const id = newId();
  await db.run(
    build.insertInto('template').values({
      id,
      owner_id: viewer.id,
      title: sent.title,
      description: sent.description,
      shared: sent.shared,
      sections: json(sectionsFromRequest(sent.sections)),
      created_at: now,
      updated_at: now,
    }),
  );
  return presentTemplate(await reachTemplate(db, id), viewer.id);
}
