import { Badge } from '../../../web/ui/badge.tsx';
import { PlainLink } from '../../../web/ui/link.tsx';
import { Table, type Column } from '../../../web/ui/table.tsx';
import type { Team } from '../contract.ts';

const columns: Column<Team>[] = [
  {
    id: 'name',
    label: 'Team',
    cell: ({ id, name }) => (
      <PlainLink to="/teams/$teamId" params={{ teamId: id }}>
        {name}
      </PlainLink>
    ),
  },
  {
    id: 'managers',
    label: 'Team managers',
    phoneLabel: true,
    cell: ({ managers }) =>
      managers.length === 0 ? (
        <Badge tone="pending" shape="triangle">
          None yet
        </Badge>
      ) : (
        managers.map(({ name }) => name).join(', ')
      ),
  },
  { id: 'members', label: 'Members', phoneLabel: true, align: 'end', cell: ({ members }) => members.length },
];

export function TeamsTable({ teams }: { teams: readonly Team[] }) {
  return <Table label="Teams" linked columns={columns} rows={teams} rowKey={({ id }) => id} />;
}
