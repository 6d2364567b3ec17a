import type { ReactNode, Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { FieldLabel, FieldNotes, hiddenLabel, type FieldProps } from './field.tsx';

interface TextFieldProps extends FieldProps, Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  placeholder?: string;
  /** Stands before the words, inside the box. */
  icon?: ReactNode;
  /** Stands after the words, inside the box. */
  after?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  hideLabel,
  optional,
  hint,
  placeholder,
  icon,
  after,
  inputRef,
  ...props
}: TextFieldProps) {
  const field = { label, hideLabel: hideLabel ?? false, optional: optional ?? false };
  return (
    <AriaTextField {...hiddenLabel(field)} {...props} className={cx(styles.field)}>
      <FieldLabel {...field} />
      <div className={styles.box}>
        {icon}
        <Input
          ref={inputRef}
          className={cx(styles.input)}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
        {after}
      </div>
      <FieldNotes hint={hint} />
    </AriaTextField>
  );
}
