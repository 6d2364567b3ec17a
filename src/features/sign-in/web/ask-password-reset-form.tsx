import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { Note } from '../../../web/ui/note.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { signInRoutes, askPasswordResetBody } from '../contract.ts';

/** Says the same whether there is such an address or not. */
export function AskPasswordResetForm() {
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const form = useForm({
    schema: askPasswordResetBody,
    initial: { email: '' },
    submit: async (body) => {
      await call(signInRoutes.askPasswordReset, { body });
      setAskedFor(body.email.trim());
    },
  });
  return (
    <Form state={form}>
      <TextField
        label="Email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoFocus
        required
        {...form.field('email')}
      />
      {askedFor !== null && (
        <output>
          <Note>
            If {askedFor} signs in here, a mail with a link is on its way. It works once, for an hour.
          </Note>
        </output>
      )}
      <FormError error={form.error} />
      <FormActions>
        <SubmitButton isPending={form.isPending}>
          {askedFor === null ? 'Mail me a link' : 'Mail it again'}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
