import type { ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components/Form';
import { cx } from './cx.ts';
import styles from './form.module.css';
import { InlineError } from './inline-error.tsx';
import type { FormState } from './use-form.ts';

interface FormProps {
  /** From `useForm`. */
  state: Pick<FormState<never>, 'fieldErrors' | 'error' | 'submit'>;
  children: ReactNode;
}

/** Fields under each other; what belongs to no field is said at the end, before the buttons. */
export function Form({ state, children }: FormProps) {
  return (
    <AriaForm
      validationBehavior="aria"
      validationErrors={state.fieldErrors}
      onSubmit={(event) => {
        event.preventDefault();
        void state.submit();
      }}
      className={cx(styles.form)}
    >
      {children}
    </AriaForm>
  );
}

export function FormError({ error }: { error: unknown }) {
  return error === null ? null : <InlineError error={error} />;
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
