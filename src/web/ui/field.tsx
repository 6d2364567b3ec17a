import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { cx } from './cx.ts';
import styles from './field.module.css';

/** What every field has around its box. */
export interface FieldProps {
  label: ReactNode;
  /** Keeps the name for screen readers only, where the place says it already. */
  hideLabel?: boolean;
  /** Says in grey that the field may stay empty. */
  optional?: boolean;
  hint?: ReactNode;
}

export function FieldLabel({ label, hideLabel = false, optional = false }: FieldProps) {
  if (hideLabel) return null;
  return (
    <Label className={cx(styles.label)}>
      {label}
      {optional && <small> (optional)</small>}
    </Label>
  );
}

/** Hint and error stand under the box; the error is a server's or a schema's sentence. */
export function FieldNotes({ hint }: { hint?: ReactNode }) {
  return (
    <>
      {hint !== undefined && (
        <Text slot="description" className={cx(styles.hint)}>
          {hint}
        </Text>
      )}
      <FieldError className={cx(styles.error)} />
    </>
  );
}

/** The accessible name of a field whose label is not drawn. */
export function hiddenLabel({ label, hideLabel = false }: FieldProps): { 'aria-label'?: string } {
  return hideLabel && typeof label === 'string' ? { 'aria-label': label } : {};
}
