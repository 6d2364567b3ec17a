import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { mayChangeNumbers } from '../../kpis/domain/rights.ts';
import { numberRoutes as routes } from '../contract.ts';
import { kpiOfPerson } from './kpi-of-person.ts';
import { loadPersonNumbers, presentFigures } from './person-numbers.ts';
import { loadTeamNumbers, presentTeamNumbers } from './team-numbers.ts';

export function registerNumberRoutes(app: App): void {
  serve(app, routes.personNumbers, async ({ db, today }, { params, query }) => {
    const { person, numbers } = await loadPersonNumbers(db, params.personId, query.period, today);
    return {
      person: { id: person.id, name: person.name },
      items: presentFigures(numbers, query.period, today),
      abilities: { change: mayChangeNumbers(person) },
    };
  });
  serve(app, routes.kpiOfPerson, async ({ db, today }, { params, query }) => {
    const { person, ...rest } = await kpiOfPerson(db, params, query.period, today);
    return {
      person: { id: person.id, name: person.name },
      ...rest,
      abilities: { change: mayChangeNumbers(person) },
    };
  });
  serve(app, routes.teamNumbers, async ({ db, today }, { query }) =>
    presentTeamNumbers(await loadTeamNumbers(db, query, today), query.period, today),
  );
}
