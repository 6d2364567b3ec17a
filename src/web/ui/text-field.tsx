import type { ComponentProps, ReactNode } from 'react';
import styles from './field.module.css';
import { NativeField, type FieldProps } from './field.tsx';

interface TextFieldProps
  extends FieldProps, Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'defaultValue' | 'className'> {
  value: string;
  onChange: (value: string) => void;
  /** Stands before the words, inside the box. */
  icon?: ReactNode;
  /** Stands after the words, inside the box. */
  after?: ReactNode;
}

/** One line of text. */
export function TextField({
  label,
  hideLabel,
  optional,
  hint,
  icon,
  after,
  onChange,
  ...props
}: TextFieldProps) {
  const field = { label, hideLabel: hideLabel ?? false, optional: optional ?? false, hint };
  return (
    <NativeField {...field} name={props.name}>
      {(input) => (
        <div className={styles.box}>
          {icon}
          <input
            {...props}
            {...input}
            className={styles.input}
            onChange={(event) => onChange(event.target.value)}
          />
          {after}
        </div>
      )}
    </NativeField>
  );
}
