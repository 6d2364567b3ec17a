import { Badge } from '../../../web/ui/badge.tsx';
import { Checkbox } from '../../../web/ui/checkbox.tsx';
import { PersonName } from '../../../web/ui/face.tsx';
import { PlainLink } from '../../../web/ui/link.tsx';
import { Table, type Column } from '../../../web/ui/table.tsx';
import { VisuallyHidden } from '../../../web/ui/visually-hidden.tsx';
import type { NamedPerson, Person } from '../contract.ts';
import { AccessBadge } from './access-badge.tsx';

const columns: Column<Person>[] = [
  {
    id: 'name',
    label: 'Name',
    cell: ({ id, name }) => (
      <PlainLink to="/people/$personId" params={{ personId: id }}>
        <PersonName name={name} as="ink" />
      </PlainLink>
    ),
  },
  { id: 'email', label: 'Email', cell: ({ email }) => email },
  { id: 'manages', label: 'Manages', phoneLabel: true, cell: ({ manages }) => namesOf(manages) },
  { id: 'member', label: 'Member of', phoneLabel: true, cell: ({ memberOf }) => namesOf(memberOf) },
  { id: 'access', label: 'Access', cell: (person) => <AccessBadge person={person} /> },
  {
    id: 'admin',
    label: 'Admin',
    hideLabel: true,
    cell: ({ isAdmin }) => (isAdmin === true ? <Badge tone="mine">Admin</Badge> : null),
  },
];

interface PeopleTableProps {
  people: readonly Person[];
  /** While several are being selected: those that are, and what a tick does. */
  selected?: ReadonlySet<string>;
  onSelect?: (person: Person, isSelected: boolean) => void;
}

export function PeopleTable({ people, selected, onSelect }: PeopleTableProps) {
  return (
    <Table
      label="People"
      linked={onSelect === undefined}
      columns={onSelect === undefined ? columns : [...columns, selectionColumn(selected, onSelect)]}
      rows={people}
      rowKey={({ id }) => id}
    />
  );
}

function selectionColumn(
  selected: PeopleTableProps['selected'],
  onSelect: NonNullable<PeopleTableProps['onSelect']>,
): Column<Person> {
  const cell = (person: Person) => (
    <Checkbox
      isSelected={selected?.has(person.id) ?? false}
      onChange={(isSelected) => onSelect(person, isSelected)}
    >
      <VisuallyHidden>Select {person.name}</VisuallyHidden>
    </Checkbox>
  );
  return { id: 'selected', label: 'Selected', hideLabel: true, phoneCorner: true, cell };
}

function namesOf(teams: readonly NamedPerson[] | undefined): string | null {
  return teams?.map(({ name }) => name).join(', ') || null;
}
