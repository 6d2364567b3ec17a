import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { queryOf } from '../../../web/shell/queries.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ComboBox } from '../../../web/ui/combo-box.tsx';
import { peopleRoutes } from '../../people/contract.ts';
import { isShared } from '../domain/states.ts';
import styles from './readers-dialog.module.css';
import { useRecord } from './record-context.ts';
import { firstName } from './state-words.ts';

interface Named {
  id: string;
  name: string;
}

/** Finds somebody by name, says what they will read, and adds them when that is confirmed. */
export function AddReader({ onAdd }: { onAdd: (person: Named) => Promise<boolean> }) {
  const { record } = useRecord();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Named | null>(null);
  const people = usePeople(typed);
  const taken = [record.manager, record.employee, ...record.participants];
  const options = people.filter(({ id }) => !taken.some((person) => person.id === id));
  return (
    <div className={styles.add}>
      <ComboBox
        label="Add a reader"
        placeholder="Type a name"
        options={options.map(({ id, name }) => ({ id, label: name }))}
        inputValue={chosen?.name ?? typed}
        onSearch={(text) => {
          if (text !== chosen?.name) setChosen(null);
          setTyped(text);
        }}
        value={chosen?.id ?? null}
        onChange={(id) => setChosen(options.find((person) => person.id === id) ?? null)}
      />
      <p className={styles.hint} aria-live="polite">
        {whatTheySee(
          chosen === null ? null : firstName(chosen.name),
          firstName(record.employee.name),
          isShared(record.state),
        )}
      </p>
      {chosen !== null && (
        <div className={styles.acts}>
          <Button
            look="primary"
            onPress={() => {
              setChosen(null);
              setTyped('');
              void onAdd(chosen).then((isAdded) => {
                if (!isAdded) setChosen(chosen);
              });
            }}
          >
            Add {firstName(chosen.name)}
          </Button>
        </div>
      )}
    </div>
  );
}

function whatTheySee(who: string | null, employee: string, isSharedAlready: boolean): string {
  const when = isSharedAlready ? 'at once' : 'from when you share it';
  const told = isSharedAlready ? ` ${who ?? 'The reader'} and ${employee} are told by mail.` : '';
  return `${who ?? 'A reader'} will read answers, action items, files and addenda, ${when}; not comments, messages or private notes. Everybody who reads it sees their name.${told}`;
}

function usePeople(typed: string): Named[] {
  const q = useDeferredValue(typed.trim());
  const query = q === '' ? { limit: 50 } : { limit: 50, q };
  const { data } = useQuery({
    ...queryOf(peopleRoutes.listPeople, { query }),
    placeholderData: keepPreviousData,
  });
  return data?.items ?? [];
}
