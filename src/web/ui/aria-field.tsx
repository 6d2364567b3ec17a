import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { useFieldError } from './field-errors.ts';
import { LabelText, type FieldProps } from './field.tsx';

/** The same around React Aria's fields (choices and dates), whose context ties label, hint and error to them. */
export function AriaField({
  label,
  hideLabel = false,
  optional = false,
  hint,
  error,
  children,
}: FieldProps & { error: string | null; children: ReactNode }) {
  return (
    <>
      {!hideLabel && (
        <Label className={cx(styles.label)}>
          <LabelText label={label} optional={optional} />
        </Label>
      )}
      {children}
      {hint !== undefined && (
        <Text slot="description" className={cx(styles.hint)}>
          {hint}
        </Text>
      )}
      <FieldError className={cx(styles.error)}>{error}</FieldError>
    </>
  );
}

/** What the field's root takes: its class, its error, its name where the label is not drawn. */
export function useAriaField(name: string | undefined, { label, hideLabel = false }: FieldProps) {
  const error = useFieldError(name);
  return {
    error,
    rootProps: {
      className: cx(styles.field),
      isInvalid: error !== null,
      ...(hideLabel ? { 'aria-label': label } : {}),
    },
  };
}
