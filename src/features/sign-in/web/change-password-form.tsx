import { call } from '../../../web/shell/call.ts';
import { refresh } from '../../../web/shell/queries.ts';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useForm } from '../../../web/ui/use-form.ts';
import { minPasswordLength, signInRoutes, changePasswordBody } from '../contract.ts';
import { PasswordField } from './password-field.tsx';

export function ChangePasswordForm({ email }: { email: string | null }) {
  const form = useForm({
    schema: changePasswordBody,
    initial: { currentPassword: '', newPassword: '' },
    submit: async (body) => {
      await call(signInRoutes.changePassword, { body });
      form.set('currentPassword', '');
      form.set('newPassword', '');
      toast('Your password is changed. Your other devices are signed out.');
      await refresh(signInRoutes.listSessions);
    },
  });
  return (
    <Form state={form}>
      <input hidden readOnly type="email" autoComplete="username" value={email ?? ''} />
      <PasswordField
        label="Current password"
        autoComplete="current-password"
        {...form.field('currentPassword')}
      />
      <PasswordField
        label="New password"
        autoComplete="new-password"
        hint={`At least ${minPasswordLength} characters.`}
        {...form.field('newPassword')}
      />
      <FormError error={form.error} />
      <FormActions>
        <SubmitButton isPending={form.isPending}>Change password</SubmitButton>
      </FormActions>
    </Form>
  );
}
