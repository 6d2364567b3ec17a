import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import type { TemplateSection } from '../contract.ts';

/**
 * Which templates exist for the viewer; `t` is the row of template. Only team managers see any. The policies
 * say the same a second time, independently: either alone must hold.
 */
export const isVisible: RawBuilder<boolean> = sql<boolean>`(
  (select app.viewer_manages_a_team())
  and (t.shared or t.owner_id = (select app.viewer_id())))`;

export interface TemplateRow {
  id: string;
  owner_id: string | null;
  owner_name: string | null;
  title: string;
  description: string;
  shared: boolean;
  version: number;
  sections: TemplateSection[];
  updated_at: string;
}

export const templateColumns: RawBuilder<unknown> = sql`
  t.id, t.owner_id, o.name as owner_name, t.title, t.description, t.shared, t.version, t.sections, t.updated_at`;

/** The template, or 404 with the same answer as for an id that never existed. */
export async function reachTemplate(db: Reader, id: string): Promise<TemplateRow> {
  const row = await db.first(sql<TemplateRow>`
    select ${templateColumns}
      from template t left join person o on o.id = t.owner_id
     where t.id = ${id} and ${isVisible}`);
  if (row === undefined) throw problem('not_found');
  return row;
}
