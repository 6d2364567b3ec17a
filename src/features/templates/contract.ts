import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { pageOf, pageQuery } from '../../shared/pages.ts';
import { defineRoute } from '../../shared/routes.ts';
import { measureSchema } from '../kpis/domain/measure.ts';
import {
  answerers,
  canBeAnsweredBy,
  itemKinds,
  isMeasured,
  itemOptionsSchema,
  maxItems,
  maxMeasured,
  maxSections,
} from './domain/items.ts';
import type { Answerer, ItemKind } from './domain/items.ts';
import { repeatedIds, repeatedKinds } from './domain/sections.ts';
import { guidanceSchema, measureFitsKind, promptSchema, sectionTitleSchema } from './domain/texts.ts';

const item = {
  kind: z.enum(itemKinds),
  prompt: promptSchema,
  options: z.optional(z.nullable(itemOptionsSchema)),
  /** By default the manager's; of a question, rating or mood the employee's, given before the meeting. */
  answeredBy: z.optional(z.enum(answerers)),
  /** Of a KPI or a target, and of nothing else. */
  measure: z.optional(measureSchema),
};

const optionsFitKind = z.refine<{ kind: string; options?: unknown }>(
  ({ kind, options }) => kind === 'rating' || options === undefined || options === null,
  { message: 'Only a rating has options.', path: ['options'] },
);

const answererFitsKind = z.refine<{ kind: ItemKind; answeredBy?: Answerer | undefined }>(
  ({ kind, answeredBy = 'manager' }) => canBeAnsweredBy(kind, answeredBy),
  { message: 'The employee answers questions, ratings and moods.', path: ['answeredBy'] },
);

const newItem = z
  .strictObject({ id: z.optional(idSchema), ...item })
  .check(optionsFitKind, answererFitsKind, measureFitsKind);
const newSection = z.strictObject({
  id: z.optional(idSchema),
  title: sectionTitleSchema,
  guidance: z.optional(z.nullable(guidanceSchema)),
  items: z.array(newItem).check(z.maxLength(maxItems)),
});
const keptItem = z
  .strictObject({ id: idSchema, ...item })
  .check(optionsFitKind, answererFitsKind, measureFitsKind);
const keptSection = z.strictObject({
  id: idSchema,
  title: sectionTitleSchema,
  guidance: z.optional(z.nullable(guidanceSchema)),
  items: z.array(keptItem).check(z.maxLength(maxItems)),
});

type SectionsWithIds = Parameters<typeof repeatedIds>[0];

/** An id stands for one section or item, or a one-on-one could not say which it came from. */
const uniqueIds = <Body extends { sections: SectionsWithIds }>() =>
  z.check<Body>((ctx) => {
    for (const path of repeatedIds(ctx.value.sections)) {
      ctx.issues.push({
        code: 'custom',
        path: [...path],
        message: 'This id is used twice.',
        input: ctx.value,
      });
    }
  });

/** The meeting fills each of these kinds once: a second place of one would stay empty. */
const broughtOnce = <Body extends { sections: Parameters<typeof repeatedKinds>[0] }>() =>
  z.check<Body>((ctx) => {
    for (const path of repeatedKinds(ctx.value.sections)) {
      ctx.issues.push({
        code: 'custom',
        path: [...path],
        message: 'Agenda, follow-up and update stand in a template once each.',
        input: ctx.value,
      });
    }
  });

const fewMeasured = <Body extends { sections: { items: { kind: ItemKind }[] }[] }>() =>
  z.refine<Body>(
    ({ sections }) =>
      sections.flatMap(({ items }) => items.filter(({ kind }) => isMeasured(kind))).length <= maxMeasured,
    { message: `A one-on-one shows at most ${maxMeasured} KPIs and targets.`, path: ['sections'] },
  );

const owner = z.nullable(z.object({ id: idSchema, name: z.string() }));

/** What a script may send back of what it read; it changes nothing. */
const ignored = { owner: z.optional(owner), updatedAt: z.optional(z.string()) };

const body = {
  title: sectionTitleSchema,
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
      /** Absent: the manager's. */
      answeredBy: z.optional(z.enum(answerers)),
      measure: z.optional(measureSchema),
    }),
  ),
});
export type TemplateSection = z.infer<typeof templateSection>;
export type TemplateItem = TemplateSection['items'][number];

export const templateSchema = z.object({
  id: idSchema,
  title: z.string(),
  /** When to use it. */
  description: z.string(),
  shared: z.boolean(),
  version: z.number(),
  sections: z.array(templateSection),
  /** Null: it belongs to the library. */
  owner,
  updatedAt: z.string(),
  abilities: z.object({ edit: z.boolean(), delete: z.boolean(), duplicate: z.boolean() }),
});
export type Template = z.infer<typeof templateSchema>;

const templateId = z.strictObject({ templateId: idSchema });

export const templateRoutes = {
  listTemplates: defineRoute({
    method: 'GET',
    path: '/api/templates',
    summary: 'Templates I can use: mine, shared ones, the library',
    query: z.strictObject(pageQuery),
    result: pageOf(templateSchema),
  }),
  addTemplate: defineRoute({
    method: 'POST',
    path: '/api/templates',
    summary: 'Make a template; a duplicate is a new one with the same sections',
    body: z
      .strictObject({
        ...body,
        ...ignored,
        /** Ignored: a new template has an id and a version of its own. */
        id: z.optional(idSchema),
        version: z.optional(z.int()),
        description: z._default(body.description, ''),
        shared: z._default(body.shared, false),
        sections: z.array(newSection).check(z.maxLength(maxSections)),
      })
      .check(uniqueIds(), broughtOnce(), fewMeasured()),
    bodyLimit: 1024 * 1024,
    result: templateSchema,
    status: 201,
  }),
  openTemplate: defineRoute({
    method: 'GET',
    path: '/api/templates/{templateId}',
    summary: 'One template',
    params: templateId,
    result: templateSchema,
  }),
  saveTemplate: defineRoute({
    method: 'PUT',
    path: '/api/templates/{templateId}',
    summary: 'Save a whole template (its owner)',
    params: templateId,
    body: z
      .strictObject({
        ...body,
        ...ignored,
        /** Ignored: the path says which template is meant. */
        id: z.optional(idSchema),
        version: z.int().check(z.gte(1), z.lte(2_000_000_000)),
        sections: z.array(keptSection).check(z.maxLength(maxSections)),
      })
      .check(uniqueIds(), broughtOnce(), fewMeasured()),
    bodyLimit: 1024 * 1024,
    result: templateSchema,
  }),
  deleteTemplate: defineRoute({
    method: 'DELETE',
    path: '/api/templates/{templateId}',
    summary: 'Delete a template (its owner); one-on-ones made from it stay as they are',
    params: templateId,
  }),
};
