import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { mayChangeNumbers } from '../../kpis/domain/rights.ts';
import { reachNumbersOf } from '../../kpis/server/numbers-reach.ts';

export interface ReadingPlace {
  personId: string;
  kpiId: string;
  on: string;
}

export async function removeReading({ db }: Context, { personId, kpiId, on }: ReadingPlace): Promise<void> {
  const person = await reachNumbersOf(db, personId);
  if (!mayChangeNumbers(person)) {
    throw problem('forbidden', { detail: 'Your manager or an admin removes readings.' });
  }
  const removed = await db.run(
    build
      .deleteFrom('reading')
      .where('person_id', '=', person.id)
      .where('kpi_id', '=', kpiId)
      .where('day', '=', on),
  );
  if (removed === 0) throw problem('not_found');
}
