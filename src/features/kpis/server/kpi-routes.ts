import type { App } from '../../../server/http/context.ts';
import { serve, serveRead } from '../../../server/http/serve.ts';
import { kpiRoutes as routes } from '../contract.ts';
import { changeKpi } from './change-kpi.ts';
import { defineKpi } from './define-kpi.ts';
import { listKpis } from './list-kpis.ts';
import { presentKpi } from './present-kpi.ts';

export function registerKpiRoutes(app: App): void {
  serveRead(app, routes.listKpis, {
    load: async (db, { query }) => listKpis(db, query.archived === 'include'),
    present: (rows, viewer) => ({ items: rows.map((row) => presentKpi(row, viewer)) }),
  });
  serve(app, routes.addKpi, async (context, { body }) => defineKpi(context, body));
  serve(app, routes.changeKpi, async (context, { params, body }) => changeKpi(context, params.kpiId, body));
}
