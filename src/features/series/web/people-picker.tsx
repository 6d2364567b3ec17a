import { Button } from '../../../web/ui/button.tsx';
import { Checkbox } from '../../../web/ui/checkbox.tsx';
import { useFieldError } from '../../../web/ui/field-errors.ts';
import type { ManagedPerson } from '../../people/contract.ts';
import styles from './people-picker.module.css';

interface PeoplePickerProps {
  people: readonly ManagedPerson[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

/** One, some, or everybody. */
export function PeoplePicker({ people, value, onChange }: PeoplePickerProps) {
  const error = useFieldError('employeeIds');
  const isEverybody = value.length === people.length;
  return (
    <fieldset className={styles.people} {...(error !== null && { 'aria-invalid': true })}>
      <legend>With whom</legend>
      <div className={styles.choices}>
        {people.map(({ id, name }) => (
          <Checkbox
            key={id}
            isSelected={value.includes(id)}
            onChange={(isSelected) =>
              onChange(isSelected ? [...value, id] : value.filter((other) => other !== id))
            }
          >
            {name}
          </Checkbox>
        ))}
      </div>
      {people.length > 2 && (
        <Button size="s" look="plain" onPress={() => onChange(isEverybody ? [] : people.map(({ id }) => id))}>
          {isEverybody ? 'Nobody' : 'The whole team'}
        </Button>
      )}
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
