import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../web/shell/call.ts';
import { queryClient, queryOf } from '../../../web/shell/queries.ts';
import { templateRoutes } from '../contract.ts';
import type { Template } from '../contract.ts';

export const templateQuery = (templateId: string) =>
  queryOf(templateRoutes.openTemplate, { params: { templateId } });

/** Every template that I can use: the pages are fetched one after the other. */
export const templatesQuery = queryOptions({
  queryKey: [templateRoutes.listTemplates.path, 'all'],
  queryFn: async ({ signal }) => {
    const templates: Template[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: Template[]; nextCursor: string | null } = await call(
        templateRoutes.listTemplates,
        {
          query: { limit: 200, ...(cursor !== '' && { cursor }) },
          signal,
        },
      );
      templates.push(...page.items);
      cursor = page.nextCursor;
    }
    return templates;
  },
});

/** What a save or a POST answered, put where the pages look. */
export function keepSavedTemplate(template: Template): void {
  queryClient.setQueryData(templateQuery(template.id).queryKey, template);
  changeLists((before) => [template, ...before.filter(({ id }) => id !== template.id)]);
}

export function forgetTemplate(templateId: string): void {
  queryClient.removeQueries({ queryKey: templateQuery(templateId).queryKey });
  changeLists((before) => before.filter(({ id }) => id !== templateId));
}

function changeLists(change: (before: Template[]) => Template[]): void {
  queryClient.setQueryData(templatesQuery.queryKey, (before) => before && change(before));
  // Other pages keep lists of their own; whoever goes there next must find what has just been made.
  const [path, all] = templatesQuery.queryKey;
  queryClient.removeQueries({
    queryKey: [path],
    type: 'inactive',
    predicate: ({ queryKey }) => queryKey[1] !== all,
  });
}
