import { FactButton } from '../../../web/ui/fact-button.tsx';
import { Face } from '../../../web/ui/face.tsx';
import { MenuButton, MenuItem } from '../../../web/ui/menu.tsx';
import type { OneOnOne } from '../../one-on-ones/contract.ts';
import { called } from './words.ts';

interface OwnerMenuProps {
  ownerId: string;
  record: Pick<OneOnOne, 'manager' | 'employee'>;
  myId: string;
  onChange: (ownerId: string) => void;
}

/** Which of the two does it. */
export function OwnerMenu({ ownerId, record: { manager, employee }, myId, onChange }: OwnerMenuProps) {
  const owner = ownerId === manager.id ? manager : employee;
  const name = owner.id === myId ? 'You' : called(owner, myId);
  return (
    <MenuButton
      label="Who does it"
      trigger={
        <FactButton aria-label={`${name}: change who does it`}>
          <Face name={owner.name} as={owner.id === myId ? 'mine' : 'theirs'} />
          {name}
        </FactButton>
      }
    >
      {[employee, manager].map((person) => (
        <MenuItem
          key={person.id}
          icon={<Face name={person.name} as={person.id === myId ? 'mine' : 'theirs'} />}
          onAction={() => onChange(person.id)}
        >
          {person.id === myId ? `${person.name} (you)` : person.name}
        </MenuItem>
      ))}
    </MenuButton>
  );
}
