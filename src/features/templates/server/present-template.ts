import type { Template, TemplateItem, TemplateSection } from '../contract.ts';
import { abilitiesOf } from '../domain/rights.ts';
import type { TemplateRow } from './template-reach.ts';

export function presentTemplate(row: TemplateRow, viewerId: string): Template {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    shared: row.shared,
    version: row.version,
    sections: row.sections.map(presentSection),
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
    updatedAt: row.updated_at,
    abilities: abilitiesOf({ ownerId: row.owner_id, viewerId }),
  };
}

function presentSection({ id, title, guidance, items }: TemplateSection): TemplateSection {
  return { id, title, guidance, items: items.map(presentItem) };
}

function presentItem({ id, kind, prompt, options, answeredBy, measure }: TemplateItem): TemplateItem {
  return { id, kind, prompt, options, ...(answeredBy && { answeredBy }), ...(measure && { measure }) };
}
