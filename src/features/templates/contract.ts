import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { pageOf, pageQuery } from '../../shared/pages.ts';
import { defineRoute } from '../../shared/routes.ts';
import { itemOptionsSchema, itemKinds, maxItems, maxSections } from './domain/items.ts';

const title = z.string().check(z.trim(), z.minLength(1, 'Enter a title.'), z.maxLength(200));
export const promptSchema = z.string().check(z.trim(), z.minLength(1, 'Enter what to ask or discuss.'), z.maxLength(1000));
export const sectionTitleSchema = title;
export const guidanceSchema = z.string().check(z.maxLength(4000));

const item = { kind: z.enum(itemKinds), prompt: promptSchema, options: z.optional(z.nullable(itemOptionsSchema)) };

const optionsFitKind = z.refine<{ kind: string; options?: unknown }>(
  ({ kind, options }) => kind === 'rating' || options === undefined || options === null,
  { message: 'Only a rating has options.', path: ['options'] },
);

const newItem = z.strictObject({ id: z.optional(idSchema), ...item }).check(optionsFitKind);
const newSection = z.strictObject({
  id: z.optional(idSchema),
  title,
  guidance: z.optional(z.nullable(guidanceSchema)),
  items: z.array(newItem).check(z.maxLength(maxItems)),
});
const keptItem = z.strictObject({ id: idSchema, ...item }).check(optionsFitKind);
const keptSection = z.strictObject({
  id: idSchema,
  title,
  guidance: z.optional(z.nullable(guidanceSchema)),
  items: z.array(keptItem).check(z.maxLength(maxItems)),
});

const body = {
  title,
  description: z.string().check(z.trim(), z.maxLength(2000)),
  shared: z.boolean(),
};

/** Sections as they are stored and shown. */
const templateSection = z.object({
  id: idSchema,
  title: z.string(),
  guidance: z.nullable(z.string()),
  items: z.array(
    z.object({
      id: idSchema,
      kind: z.enum(itemKinds),
      prompt: z.string(),
      options: z.nullable(itemOptionsSchema),
    }),
  ),
});
export type TemplateSection = z.infer<typeof templateSection>;
export type TemplateItem = TemplateSection['items'][number];

const template = z.object({
  id: idSchema,
  title: z.string(),
  /** When to use it. */
  description: z.string(),
  shared: z.boolean(),
  version: z.number(),
  sections: z.array(templateSection),
  /** Null: it belongs to the library. */
  owner: z.nullable(z.object({ id: idSchema, name: z.string() })),
  updatedAt: z.string(),
  abilities: z.object({ edit: z.boolean(), delete: z.boolean(), duplicate: z.boolean() }),
});
export type Template = z.infer<typeof template>;

const templateId = z.strictObject({ templateId: idSchema });

export const templateRoutes = {
  listTemplates: defineRoute({
    method: 'GET',
    path: '/api/templates',
    summary: 'Templates I can use: mine, shared ones, the library',
    query: z.strictObject(pageQuery),
    result: pageOf(template),
  }),
  addTemplate: defineRoute({
    method: 'POST',
    path: '/api/templates',
    summary: 'Make a template; a duplicate is a new one with the same sections',
    body: z.strictObject({
      ...body,
      description: z._default(body.description, ''),
      shared: z._default(body.shared, false),
      sections: z.array(newSection).check(z.maxLength(maxSections)),
    }),
    bodyLimit: 1024 * 1024,
    result: template,
    status: 201,
  }),
  openTemplate: defineRoute({
    method: 'GET',
    path: '/api/templates/{templateId}',
    summary: 'One template',
    params: templateId,
    result: template,
  }),
  saveTemplate: defineRoute({
    method: 'PUT',
    path: '/api/templates/{templateId}',
    summary: 'Save a whole template (its owner)',
    params: templateId,
    body: z.strictObject({
      ...body,
      // A script may send back what it read; the path says which template is meant.
      id: z.optional(idSchema),
      version: z.int().check(z.gte(1)),
      sections: z.array(keptSection).check(z.maxLength(maxSections)),
    }),
    bodyLimit: 1024 * 1024,
    result: template,
  }),
  deleteTemplate: defineRoute({
    method: 'DELETE',
    path: '/api/templates/{templateId}',
    summary: 'Delete a template (its owner); one-on-ones made from it stay as they are',
    params: templateId,
  }),
};
