import { keepPreviousData } from '@tanstack/react-query';
import { queryOf, refresh } from '../../../web/shell/queries.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import { numberRoutes } from '../contract.ts';

/** With another period the numbers of the last one stay until the new ones are there. */
export function personNumbersQuery(personId: string, period: Period) {
  const query = queryOf(numberRoutes.personNumbers, { params: { personId }, query: { period } });
  return { ...query, placeholderData: keepPreviousData };
}

export function kpiOfPersonQuery(personId: string, kpiId: string, period: Period) {
  const query = queryOf(numberRoutes.kpiOfPerson, { params: { personId, kpiId }, query: { period } });
  return { ...query, placeholderData: keepPreviousData };
}

export function teamNumbersQuery(period: Period, teamId: string | undefined) {
  const query = queryOf(numberRoutes.teamNumbers, {
    query: { period, ...(teamId !== undefined && { teamId }) },
  });
  return { ...query, placeholderData: keepPreviousData };
}

/** After a reading or a target was written. */
export async function refreshNumbers(): Promise<void> {
  await refresh(numberRoutes.personNumbers, numberRoutes.kpiOfPerson, numberRoutes.teamNumbers);
}
