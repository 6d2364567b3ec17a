import { Badge } from '../../../web/ui/badge.tsx';
import { PersonName } from '../../../web/ui/face.tsx';
import { PlainLink } from '../../../web/ui/link.tsx';
import { Table, type Column } from '../../../web/ui/table.tsx';
import type { Person, Team } from '../contract.ts';
import { AccessBadge } from './access-badge.tsx';

interface Row {
  person: Person;
  manages: string;
  memberOf: string;
}

const columns: Column<Row>[] = [
  {
    id: 'name',
    label: 'Name',
    cell: ({ person: { id, name } }) => (
      <PlainLink to="/people/$personId" params={{ personId: id }}>
        <PersonName name={name} as="ink" />
      </PlainLink>
    ),
  },
  { id: 'email', label: 'Email', cell: ({ person }) => person.email },
  { id: 'manages', label: 'Manages', phoneLabel: true, cell: ({ manages }) => manages || null },
  { id: 'member', label: 'Member of', phoneLabel: true, cell: ({ memberOf }) => memberOf || null },
  { id: 'access', label: 'Access', cell: ({ person }) => <AccessBadge person={person} /> },
  {
    id: 'admin',
    label: 'Admin',
    hideLabel: true,
    cell: ({ person }) => (person.isAdmin === true ? <Badge tone="mine">Admin</Badge> : null),
  },
];

export function PeopleTable({ people, teams }: { people: readonly Person[]; teams: readonly Team[] }) {
  const rows = people.map((person) => ({
    person,
    manages: namesOf(teams, 'managers', person),
    memberOf: namesOf(teams, 'members', person),
  }));
  return <Table label="People" linked columns={columns} rows={rows} rowKey={({ person }) => person.id} />;
}

function namesOf(teams: readonly Team[], as: 'members' | 'managers', { id }: Person): string {
  return teams
    .filter((team) => team[as].some((person) => person.id === id))
    .map(({ name }) => name)
    .join(', ');
}
