import type { ReactNode } from 'react';
import { buttonClass, type ButtonLook } from './button-class.ts';
import { ButtonLabel } from './button-label.tsx';
import buttonStyles from './button.module.css';
import { cx } from './cx.ts';
import { FieldErrors } from './field-errors.ts';
import styles from './form.module.css';
import { InlineError } from './inline-error.tsx';
import type { FormState } from './use-form.ts';

/** Fields under each other. What belongs to no field is said at the end: put `FormError` before the buttons. */
export function Form({
  state,
  children,
}: {
  state: Pick<FormState<never>, 'fieldErrors' | 'submit'>;
  children: ReactNode;
}) {
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        // After a refusal the focus goes to the first field that is wrong.
        void state.submit().then(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }}
    >
      <FieldErrors value={state.fieldErrors}>{children}</FieldErrors>
    </form>
  );
}

export function FormError({ error }: { error: unknown }) {
  return error === null ? null : <InlineError error={error} />;
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

interface SubmitButtonProps {
  look?: ButtonLook;
  isPending: boolean;
  children: ReactNode;
}

/** The form's own button. It stays focusable while its work is under way, so that focus is not lost. */
export function SubmitButton({ look = 'primary', isPending, children }: SubmitButtonProps) {
  return (
    <button
      type="submit"
      aria-disabled={isPending}
      className={cx(buttonClass(look), isPending && buttonStyles.pending)}
      onClick={(event) => {
        if (isPending) event.preventDefault();
      }}
    >
      <ButtonLabel isPending={isPending}>{children}</ButtonLabel>
    </button>
  );
}
