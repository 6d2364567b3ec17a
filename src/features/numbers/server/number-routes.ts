import type { App } from '../../../server/http/context.ts';
import { serve, serveRead } from '../../../server/http/serve.ts';
import { mayChangeNumbers } from '../../kpis/domain/rights.ts';
import { numberRoutes as routes } from '../contract.ts';
import { kpiOfPerson } from './kpi-of-person.ts';
import { figuresNow, loadPersonNumbers } from './person-numbers.ts';
import { loadTeamNumbers, presentTeamNumbers } from './team-numbers.ts';

export function registerNumberRoutes(app: App): void {
  serveRead(app, routes.personNumbers, {
    load: async (db, { params, query: { period } }, today) => {
      const { person, numbers } = await loadPersonNumbers(db, params.personId, {
        period,
        today,
        kpiId: null,
      });
      return { person, items: numbers.map((one) => figuresNow(one, period, today)) };
    },
    present: ({ person, items }) => ({
      person: { id: person.id, name: person.name },
      items,
      abilities: { change: mayChangeNumbers(person) },
    }),
  });
  serve(app, routes.kpiOfPerson, async ({ db, today }, { params, query }) => {
    const { person, ...rest } = await kpiOfPerson(db, params, query.period, today);
    return {
      person: { id: person.id, name: person.name },
      ...rest,
      abilities: { change: mayChangeNumbers(person) },
    };
  });
  serveRead(app, routes.teamNumbers, {
    load: async (db, { query }, today) => ({
      team: await loadTeamNumbers(db, query, today),
      period: query.period,
      today,
    }),
    present: async ({ team, period, today }) => presentTeamNumbers(team, period, today),
  });
}
