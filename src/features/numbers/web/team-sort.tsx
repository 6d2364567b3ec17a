import { Select } from '../../../web/ui/select.tsx';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import { readSort, writeSort } from '../domain/team-order.ts';
import type { TeamSort } from '../domain/team-order.ts';

interface TeamSortSelectProps {
  kpis: readonly Kpi[];
  sort: TeamSort;
  onSort: (sort: TeamSort) => void;
}

/** In which order the people stand: the heads of the table in words, and all there is on a phone. */
export function TeamSortSelect({ kpis, sort, onSort }: TeamSortSelectProps) {
  const chosen = writeSort(sort);
  const options = [
    { id: 'name', label: 'By name' },
    { id: 'behind', label: 'Most behind first' },
    { id: 'change', label: 'What changed most first' },
    ...kpis.map(({ id, name }) => ({ id, label: `Behind in ${name} first` })),
    ...(sort.reversed ? [{ id: chosen, label: reversedWords(sort, kpis) }] : []),
  ];
  return (
    <Select
      label="Order"
      hideLabel
      options={options}
      value={chosen}
      onChange={(id) => onSort(readSort(id, kpis))}
    />
  );
}

function reversedWords({ by }: TeamSort, kpis: readonly Kpi[]): string {
  if (by === 'name') return 'By name, from Z';
  if (by === 'behind') return 'Least behind first';
  if (by === 'change') return 'What changed least first';
  return `Ahead in ${kpis.find(({ id }) => id === by.kpiId)?.name ?? ''} first`;
}
