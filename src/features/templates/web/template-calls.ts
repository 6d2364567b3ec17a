import { call } from '../../../web/shell/call.ts';
import { templateRoutes } from '../contract.ts';
import type { Template } from '../contract.ts';
import { savable } from '../domain/document.ts';
import type { TemplateDocument } from '../domain/document.ts';
import { forgetTemplate, keepSavedTemplate } from './template-queries.ts';

export async function addTemplate(document: TemplateDocument): Promise<Template> {
  const template = await call(templateRoutes.addTemplate, { body: savable(document) });
  keepSavedTemplate(template);
  return template;
}

/**
 * A copy that is mine and private. Its items keep their ids, so that the last answer to the same item is still
 * found when one-on-ones go on with the copy.
 */
export async function duplicateTemplate(original: TemplateDocument, title: string): Promise<Template> {
  return addTemplate({ ...original, title, shared: false });
}

export async function deleteTemplate(templateId: string): Promise<void> {
  await call(templateRoutes.deleteTemplate, { params: { templateId } });
  forgetTemplate(templateId);
}
