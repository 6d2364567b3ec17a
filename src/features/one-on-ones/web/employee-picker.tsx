import type { ReactNode } from 'react';
import { ComboBox } from '../../../web/ui/combo-box.tsx';
import { useFieldError } from '../../../web/ui/field-errors.ts';
import { Face } from '../../../web/ui/face.tsx';
import type { NamedPerson } from '../../people/contract.ts';
import styles from './employee-picker.module.css';

interface EmployeePickerProps {
  people: readonly NamedPerson[];
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
      {withoutLogin.length > 0 && (
        <p className={styles.without}>
          Not {namesOf(withoutLogin)}: without login access they could not read it. An admin can give it.
        </p>
      )}
    </div>
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
          <Face name={name} as="theirs" size="m" />
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
