import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { queryOf } from '../../../web/shell/queries.ts';
import { ComboBox } from '../../../web/ui/combo-box.tsx';
import { peopleRoutes, type NamedPerson } from '../contract.ts';

interface PersonPickerProps {
  label: string;
  /** Not offered: they are there already. */
  except: readonly NamedPerson[];
  onPick: (person: NamedPerson) => void;
}

/** Finds somebody by typing; picks them at once and is empty again for the next. */
export function PersonPicker({ label, except, onPick }: PersonPickerProps) {
  const [typed, setTyped] = useState('');
  /** Emptying the field after a pick would open the list again, over what comes next. */
  const [hasPicked, setPicked] = useState(false);
  const q = useDeferredValue(typed.trim());
  const query = q === '' ? { limit: 50 } : { limit: 50, q };
  const found = useQuery({
    ...queryOf(peopleRoutes.listPeople, { query }),
    placeholderData: keepPreviousData,
  });
  const people = (found.data?.items ?? []).filter(({ id }) => !except.some((person) => person.id === id));
  return (
    <ComboBox
      label={label}
      placeholder="Type a name"
      options={people.map(({ id, name, email }) => ({ id, label: name, ...(email ? { hint: email } : {}) }))}
      inputValue={typed}
      onSearch={(text) => {
        setPicked(false);
        setTyped(text);
      }}
      menuTrigger={hasPicked ? 'manual' : 'input'}
      value={null}
      onChange={(id) => {
        const picked = people.find((person) => person.id === id);
        if (picked === undefined) return;
        setPicked(true);
        setTyped('');
        onPick({ id: picked.id, name: picked.name });
      }}
    />
  );
}
