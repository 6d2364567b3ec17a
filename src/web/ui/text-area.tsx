import { useState } from 'react';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { FieldLabel, FieldNotes, hiddenLabel, type FieldProps } from './field.tsx';

interface TextAreaProps extends FieldProps, Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  placeholder?: string;
}

/** Grows with its text. */
export function TextArea({
  label,
  hideLabel,
  optional,
  hint,
  placeholder,
  onChange,
  ...props
}: TextAreaProps) {
  const field = { label, hideLabel: hideLabel ?? false, optional: optional ?? false };
  const [typed, setTyped] = useState(props.defaultValue ?? '');
  return (
    <AriaTextField
      {...hiddenLabel(field)}
      {...props}
      onChange={(text) => {
        setTyped(text);
        onChange?.(text);
      }}
      className={cx(styles.field)}
    >
      <FieldLabel {...field} />
      <div className={cx(styles.box, styles.grow)} data-text={props.value ?? typed}>
        <AriaTextArea className={cx(styles.input)} {...(placeholder === undefined ? {} : { placeholder })} />
      </div>
      <FieldNotes hint={hint} />
    </AriaTextField>
  );
}
