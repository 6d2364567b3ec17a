import type { Series } from '../../src/features/series/contract.ts';
import { expectStatus } from './expect-status.ts';
import type { Pair } from './pair.ts';

/** Every Tuesday at ten, from tomorrow on. */
export async function startSeries({ manager, employee }: Pair, more: object = {}): Promise<Series> {
  const startsOn = Temporal.Now.plainDateISO('UTC').add({ days: 1 }).toString();
  const rule = { cadence: 'weekly', every: 1, weekday: 2, at: '10:00', timeZone: 'UTC', startsOn };
  const body = { employeeIds: [employee.id], rule, ...more };
  return expectStatus(201, await manager.post('/api/series', body)).items[0];
}
