import { useId, type ReactNode } from 'react';
import styles from './field.module.css';
import { useFieldError } from './field-errors.ts';

/** What every field has around its box. */
export interface FieldProps {
  label: string;
  /** Keeps the name for screen readers only, where the place says it already. */
  hideLabel?: boolean;
  /** Says in grey that the field may stay empty. */
  optional?: boolean;
  hint?: ReactNode;
}

interface NativeFieldProps extends FieldProps {
  name: string | undefined;
  children: (input: NativeInputProps) => ReactNode;
}

interface NativeInputProps {
  id: string;
  'aria-label'?: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

/**
 * Label, hint and error around a native input. Text fields are native on purpose: the pages before sign-in need
 * nothing else, and load a fifth less for it.
 */
export function NativeField({
  label,
  hideLabel = false,
  optional = false,
  hint,
  name,
  children,
}: NativeFieldProps) {
  const id = useId();
  const error = useFieldError(name);
  const describedBy = [hint !== undefined && `${id}-hint`, error !== null && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={styles.field}>
      {!hideLabel && (
        <label htmlFor={id} className={styles.label}>
          <LabelText label={label} optional={optional} />
        </label>
      )}
      {children({
        id,
        ...(hideLabel ? { 'aria-label': label } : {}),
        ...(error === null ? {} : { 'aria-invalid': true }),
        ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
      })}
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {error !== null && (
        <div id={`${id}-error`} className={styles.error}>
          {error}
        </div>
      )}
    </div>
  );
}

export function LabelText({ label, optional = false }: { label: string; optional?: boolean }) {
  return (
    <>
      {label}
      {optional && <small> (optional)</small>}
    </>
  );
}
