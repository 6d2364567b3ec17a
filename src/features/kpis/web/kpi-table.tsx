import { Archive, ArchiveRestore, Ellipsis, PenLine } from 'lucide-react';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem } from '../../../web/ui/menu.tsx';
import { Table, type Column } from '../../../web/ui/table.tsx';
import type { ListedKpi } from '../contract.ts';
import { aggregationWords, unitWords } from './kpi-words.ts';

interface KpiTableProps {
  label: string;
  kpis: readonly ListedKpi[];
  onEdit: (kpi: ListedKpi) => void;
  onArchive: (kpi: ListedKpi, archived: boolean) => void;
}

type Changes = Pick<KpiTableProps, 'onEdit' | 'onArchive'>;

export function KpiTable({ label, kpis, ...changes }: KpiTableProps) {
  return <Table label={label} columns={columnsWith(changes)} rows={kpis} rowKey={({ id }) => id} />;
}

function columnsWith({ onEdit, onArchive }: Changes): Column<ListedKpi>[] {
  return [
    { id: 'name', label: 'KPI', cell: ({ name }) => name },
    {
      id: 'unit',
      label: 'Unit',
      phoneLabel: true,
      cell: ({ unit, currency }) =>
        currency === null ? unitWords[unit].label : `${unitWords[unit].label} (${currency})`,
    },
    {
      id: 'direction',
      label: 'Better',
      phoneLabel: true,
      cell: ({ direction }) => (direction === 'higher' ? 'Higher' : 'Lower'),
    },
    {
      id: 'aggregation',
      label: 'Adds up as',
      phoneLabel: true,
      cell: ({ aggregation }) => aggregationWords[aggregation].label,
    },
    {
      id: 'menu',
      label: 'Actions',
      hideLabel: true,
      align: 'end',
      phoneCorner: true,
      cell: (kpi) => <KpiMenu kpi={kpi} onEdit={onEdit} onArchive={onArchive} />,
    },
  ];
}

interface KpiMenuProps extends Changes {
  kpi: ListedKpi;
}

function KpiMenu({ kpi, onEdit, onArchive }: KpiMenuProps) {
  return (
    <MenuButton
      label={kpi.name}
      trigger={
        <IconButton size="s" label={`Change ${kpi.name}`}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
    >
      <MenuItem icon={<PenLine size={15} aria-hidden />} onAction={() => onEdit(kpi)}>
        Edit
      </MenuItem>
      <MenuItem
        icon={kpi.archived ? <ArchiveRestore size={15} aria-hidden /> : <Archive size={15} aria-hidden />}
        onAction={() => onArchive(kpi, !kpi.archived)}
      >
        {kpi.archived ? 'Bring back' : 'Archive'}
      </MenuItem>
    </MenuButton>
  );
}
