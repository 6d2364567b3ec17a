import type { Period } from '../../../features/kpis/domain/periods.ts';
import type { Option } from '../../ui/select.tsx';

export const periodOptions: readonly Option<Period>[] = [
  { id: 'day', label: 'Day' },
  { id: 'week', label: 'Week' },
  { id: 'month', label: 'Month' },
  { id: 'quarter', label: 'Quarter' },
  { id: 'year', label: 'Year' },
];
