import type { ReactNode } from 'react';
import { ComboBox } from '../../../web/ui/combo-box.tsx';
import { formatDate, localDay } from '../../../web/ui/dates.ts';
import { useFieldError } from '../../../web/ui/field-errors.ts';
import { Face } from '../../../web/ui/face.tsx';
import type { ManagedPerson, NamedPerson } from '../../people/contract.ts';
import styles from './employee-picker.module.css';

interface EmployeePickerProps {
  people: readonly ManagedPerson[];
  /** Managed, but without login access: they could not read their one-on-one. */
  withoutLogin: readonly NamedPerson[];
  value: string | null;
  onChange: (id: string) => void;
}

/** Up to this many stand side by side; more are found by typing. */
const mostFaces = 12;

export function EmployeePicker({ people, withoutLogin, value, onChange }: EmployeePickerProps) {
  return (
    <div>
      {people.length > mostFaces ? (
        <ComboBox
          label="With whom"
          options={people.map(({ id, name }) => ({ id, label: name }))}
          value={value}
          name="employeeId"
          onChange={(id) => {
            if (id !== null) onChange(id);
          }}
          nothing="You manage nobody of that name."
        />
      ) : (
        <Faces people={people} value={value} onChange={onChange} />
      )}
      <SignInSince person={people.find(({ id }) => id === value)} />
      {withoutLogin.length > 0 && (
        <p className={styles.without}>
          Not {namesOf(withoutLogin)}: without login access they could not read it. An admin can give it.
        </p>
      )}
    </div>
  );
}

/** Since when there is a password: an account that somebody else has opened would be a new one. */
function SignInSince({ person }: { person: ManagedPerson | undefined }) {
  if (person === undefined) return null;
  return (
    <p className={styles.without}>
      {person.signInSince === null
        ? `${person.name} has not chosen a password yet: they can read it once they have.`
        : `${person.name} has signed in here since ${formatDate(localDay(person.signInSince))}.`}
    </p>
  );
}

function Faces({ people, value, onChange }: Omit<EmployeePickerProps, 'withoutLogin'>): ReactNode {
  const error = useFieldError('employeeId');
  return (
    <fieldset className={styles.faces}>
      <legend>With whom</legend>
      {people.map(({ id, name }, at) => (
        <label key={id} className={styles.person}>
          <input
            type="radio"
            name="employee"
            value={id}
            checked={value === id}
            {...(error !== null && at === 0 && { 'aria-invalid': true })}
            onChange={() => onChange(id)}
          />
          <Face name={name} as="theirs" size="m" personId={id} />
          {name}
        </label>
      ))}
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

function namesOf(people: readonly NamedPerson[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(people.map(({ name }) => name));
}
