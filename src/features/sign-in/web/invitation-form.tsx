import { call } from '../../../web/shell/call.ts';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { minPasswordLength, signInRoutes, type Invitation, acceptInvitationBody } from '../contract.ts';
import { PasswordField } from './password-field.tsx';

interface InvitationFormProps {
  token: string;
  invitation: Invitation;
  onSignedIn: () => Promise<void>;
}

/** A password for whoever is invited; the first admin says their name and address too, for nobody could before. */
export function InvitationForm({ token, invitation, onSignedIn }: InvitationFormProps) {
  const form = useForm({
    schema: acceptInvitationBody,
    initial: invitation.firstAdmin ? { name: '', email: '', password: '' } : { password: '' },
    submit: async (body) => {
      await call(signInRoutes.acceptInvitation, { params: { token }, body });
      await onSignedIn();
    },
  });
  const { values, set } = form;
  return (
    <Form state={form}>
      {invitation.firstAdmin ? (
        <>
          <TextField
            label="Your name"
            name="name"
            autoComplete="name"
            autoFocus
            value={values.name ?? ''}
            onChange={(name) => set('name', name)}
          />
          <TextField
            label="Your email"
            name="email"
            type="email"
            autoComplete="username"
            value={values.email ?? ''}
            onChange={(email) => set('email', email)}
          />
        </>
      ) : (
        // Not shown: password managers learn from it which address the password is for.
        <input hidden readOnly type="email" autoComplete="username" value={invitation.email ?? ''} />
      )}
      <PasswordField
        label="Choose a password"
        autoComplete="new-password"
        autoFocus={!invitation.firstAdmin}
        hint={`At least ${minPasswordLength} characters. A few words in a row are better than one with signs in it.`}
        {...form.field('password')}
      />
      <FormError error={form.error} />
      <FormActions>
        <SubmitButton isPending={form.isPending}>
          {invitation.firstAdmin ? 'Create my account' : 'Set password and enter'}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
