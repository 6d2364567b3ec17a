import type { Kpi } from '../../src/features/kpis/domain/kpi.ts';

/** A KPI as most of them are: whole numbers that add up, the more the better. */
export const callsBooked: Kpi = {
  id: '01a1ff00-0000-7000-8000-000000000001',
  name: 'Calls booked',
  unit: 'number',
  currency: null,
  direction: 'higher',
  aggregation: 'sum',
  decimals: 0,
};
