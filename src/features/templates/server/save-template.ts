import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Template } from '../contract.ts';
import { presentTemplate } from './present-template.ts';
import { sectionsFromRequest } from './sections-from-request.ts';
import type { SentSection } from './sections-from-request.ts';
import { reachTemplate } from './template-reach.ts';
import { requireRight } from './template-right.ts';

interface SavedTemplate {
  version: number;
  title: string;
  description: string;
  shared: boolean;
  sections: SentSection[];
}

/** Writes the whole template over the version that it is based on. One-on-ones made from it stay as they are. */
export async function saveTemplate(
  { db, viewer, now }: Context,
  id: string,
  sent: SavedTemplate,
): Promise<Template> {
  requireRight('edit', await reachTemplate(db, id), viewer.id);
  const saved = await db.run(
    build
      .updateTable('template')
      .set({
        title: sent.title,
        description: sent.description,
        shared: sent.shared,
        sections: json(sectionsFromRequest(sent.sections)),
        version: sent.version + 1,
        updated_at: now,
      })
      .where('id', '=', id)
      .where('owner_id', '=', viewer.id)
      .where('version', '=', sent.version),
  );
  const template = presentTemplate(await reachTemplate(db, id), viewer.id);
  if (saved === 0) throw problem('stale_version', { current: template });
  return template;
}
