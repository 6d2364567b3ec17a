import { call } from '../../../web/shell/call.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Checkbox } from '../../../web/ui/checkbox.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { peopleRoutes, type Person, addPersonBody } from '../contract.ts';
import { refreshPeople } from './people-queries.ts';

interface AddPersonDialogProps {
  onClose: () => void;
  onAdded: (person: Person, invited: boolean) => void;
}

export function AddPersonDialog({ onClose, onAdded }: AddPersonDialogProps) {
  const form = useForm({
    schema: addPersonBody,
    initial: { name: '', email: '', isAdmin: false, invite: true },
    prepare: ({ name, email, isAdmin }) => ({ name, email: email.trim() === '' ? null : email, isAdmin }),
    submit: async (body) => {
      const person = await call(peopleRoutes.addPerson, { body });
      const invites = form.values.invite && person.abilities?.invite === true;
      if (invites) await call(peopleRoutes.invitePerson, { params: { personId: person.id } });
      await refreshPeople();
      onAdded(person, invites);
    },
  });
  const hasAddress = form.values.email.trim() !== '';
  return (
    <Dialog title="Add a person" isOpen onClose={onClose}>
      <Form state={form}>
        <TextField label="Name" autoComplete="off" autoFocus required {...form.field('name')} />
        <TextField
          label="Email"
          type="email"
          inputMode="email"
          autoComplete="off"
          optional
          hint="What they sign in with. Without it, they have no login access, and nobody can start a one-on-one with them."
          {...form.field('email')}
        />
        <div>
          <Checkbox
            isSelected={hasAddress && form.values.invite}
            isDisabled={!hasAddress}
            onChange={(invite) => form.set('invite', invite)}
          >
            Mail an invitation now
          </Checkbox>
          <Checkbox
            isSelected={form.values.isAdmin}
            onChange={(isAdmin) => form.set('isAdmin', isAdmin)}
            hint="Manages people and teams. Reads nobody’s one-on-ones."
          >
            Admin
          </Checkbox>
        </div>
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>Add person</SubmitButton>
          <Button onPress={onClose}>Cancel</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
