import type { App } from '../../../server/http/context.ts';
import { serve, serveRead } from '../../../server/http/serve.ts';
import { pageFrom } from '../../../shared/cursor.ts';
import { templateRoutes as routes } from '../contract.ts';
import { addTemplate } from './add-template.ts';
import { deleteTemplate } from './delete-template.ts';
import { listTemplates } from './list-templates.ts';
import { presentTemplate } from './present-template.ts';
import { saveTemplate } from './save-template.ts';
import { reachTemplate } from './template-reach.ts';

export function registerTemplateRoutes(app: App): void {
  serveRead(app, routes.listTemplates, {
    load: async (db, { query }) => ({ rows: await listTemplates(db, query), limit: query.limit }),
    present: ({ rows, limit }, viewer) =>
      pageFrom(
        rows,
        limit,
        (row) => presentTemplate(row, viewer.id),
        (row) => [row.updated_at, row.id],
      ),
  });
  serveRead(app, routes.openTemplate, {
    load: async (db, { params }) => reachTemplate(db, params.templateId),
    present: (row, viewer) => presentTemplate(row, viewer.id),
  });
  serve(app, routes.addTemplate, async (context, { body }) => addTemplate(context, body));
  serve(app, routes.saveTemplate, async (context, { params, body }) =>
    saveTemplate(context, params.templateId, body),
  );
  serve(app, routes.deleteTemplate, async (context, { params }) =>
    deleteTemplate(context, params.templateId),
  );
}
