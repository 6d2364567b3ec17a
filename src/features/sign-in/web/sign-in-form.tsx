import { call } from '../../../web/shell/call.ts';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { signInRoutes, signInBody } from '../contract.ts';
import { PasswordField } from './password-field.tsx';

export function SignInForm({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const form = useForm({
    schema: signInBody,
    initial: { email: '', password: '' },
    submit: async (body) => {
      await call(signInRoutes.signIn, { body: { ...body, email: body.email.trim() } });
      await onSignedIn();
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
      <PasswordField label="Password" autoComplete="current-password" required {...form.field('password')} />
      <FormError error={form.error} />
      <FormActions>
        <SubmitButton isPending={form.isPending}>Sign in</SubmitButton>
      </FormActions>
    </Form>
  );
}
