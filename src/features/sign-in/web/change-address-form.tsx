import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { Note } from '../../../web/ui/note.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { signInRoutes, askAddressChangeBody } from '../contract.ts';
import { PasswordField } from './password-field.tsx';

/** Nobody but the person changes their address, and only from the mailbox that they have now. */
export function ChangeAddressForm({ email }: { email: string }) {
  const [isAsked, setAsked] = useState(false);
  const form = useForm({
    schema: askAddressChangeBody,
    initial: { email: '', password: '' },
    submit: async (body) => {
      await call(signInRoutes.askAddressChange, { body });
      form.set('password', '');
      setAsked(true);
    },
  });
  return (
    <Form state={form}>
      <TextField
        label="New email"
        type="email"
        inputMode="email"
        autoComplete="off"
        hint={`It takes effect when you confirm it from a mail to ${email}.`}
        {...form.field('email')}
      />
      <PasswordField label="Your password" autoComplete="current-password" {...form.field('password')} />
      {isAsked && (
        <output>
          <Note>
            A mail with a link is on its way to {email}. Open it within a day; until then you sign in as
            before.
          </Note>
        </output>
      )}
      <FormError error={form.error} />
      <FormActions>
        <SubmitButton look="quiet" isPending={form.isPending}>
          Change my email
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
