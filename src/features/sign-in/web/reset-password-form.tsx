import { call } from '../../../web/shell/call.ts';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { minPasswordLength, signInRoutes, resetPasswordBody } from '../contract.ts';
import { PasswordField } from './password-field.tsx';

interface ResetPasswordFormProps {
  token: string;
  onSignedIn: () => Promise<void>;
}

export function ResetPasswordForm({ token, onSignedIn }: ResetPasswordFormProps) {
  const form = useForm({
    schema: resetPasswordBody,
    initial: { password: '' },
    submit: async (body) => {
      await call(signInRoutes.resetPassword, { params: { token }, body });
      await onSignedIn();
    },
  });
  return (
    <Form state={form}>
      <PasswordField
        label="New password"
        autoComplete="new-password"
        autoFocus
        hint={`At least ${minPasswordLength} characters. All your devices are signed out.`}
        {...form.field('password')}
      />
      <FormError error={form.error} />
      <FormActions>
        <SubmitButton isPending={form.isPending}>Set password and enter</SubmitButton>
      </FormActions>
    </Form>
  );
}
