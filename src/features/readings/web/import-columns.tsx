import { Badge } from '../../../web/ui/badge.tsx';
import type { Column } from '../../../web/ui/table.tsx';
import type { ImportFault, ShownLine } from '../contract.ts';

const actionWords = {
  add: <Badge tone="mine">Add</Badge>,
  replace: <Badge tone="pending">Replace</Badge>,
  nothing: <Badge tone="ink">Nothing to do</Badge>,
  repeated: <Badge tone="ink">Said again below</Badge>,
};

const columnNames: Record<string, string> = { kpi: 'KPI', person: 'Person', on: 'Date', value: 'Value' };

export const lineColumns: Column<ShownLine>[] = [
  { id: 'line', label: 'Line', align: 'end', phoneLabel: true, cell: ({ line }) => line },
  { id: 'kpi', label: 'KPI', cell: ({ kpi }) => kpi },
  { id: 'person', label: 'Person', cell: ({ person }) => person },
  { id: 'on', label: 'Date', cell: ({ on }) => on },
  {
    id: 'value',
    label: 'Value',
    align: 'end',
    cell: ({ value, before }) => (before === null ? value : `${before} → ${value}`),
  },
  { id: 'action', label: 'What happens', cell: ({ action }) => actionWords[action] },
];

export const faultColumns: Column<ImportFault>[] = [
  { id: 'line', label: 'Line', align: 'end', phoneLabel: true, cell: ({ line }) => line },
  {
    id: 'column',
    label: 'Column',
    cell: ({ column }) => (column === null ? null : (columnNames[column] ?? column)),
  },
  { id: 'message', label: 'What is wrong', cell: ({ message }) => message },
];
