import { call } from '../../../web/shell/call.ts';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useForm } from '../../../web/ui/use-form.ts';
import { peopleRoutes, type Person, changePersonBody } from '../contract.ts';
import { refreshPeople } from './people-queries.ts';

/** Name and address. */
export function PersonForm({ person }: { person: Person }) {
  const canChangeEmail = person.abilities?.changeEmail === true;
  const form = useForm({
    schema: changePersonBody,
    initial: { name: person.name, email: person.email ?? '' },
    prepare: ({ name, email }) => ({
      name,
      ...(canChangeEmail ? { email: email.trim() === '' ? null : email } : {}),
    }),
    submit: async (body) => {
      const before = { name: person.name, ...(canChangeEmail ? { email: person.email ?? null } : {}) };
      await change(person.id, body);
      toast('Saved.', () => void change(person.id, before));
    },
  });
  return (
    <Form state={form}>
      <TextField label="Name" autoComplete="off" required {...form.field('name')} />
      <TextField
        label="Email"
        type="email"
        inputMode="email"
        autoComplete="off"
        optional={canChangeEmail}
        readOnly={!canChangeEmail}
        hint={
          canChangeEmail
            ? 'What they sign in with. It can be corrected until they have chosen a password.'
            : `${person.name} signs in with this address, so nobody else can change it: whoever could, could come in as them.`
        }
        {...form.field('email')}
      />
      <FormError error={form.error} />
      <FormActions>
        <SubmitButton look="quiet" isPending={form.isPending}>
          Save
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

async function change(
  personId: string,
  body: { name?: string | undefined; email?: string | null | undefined },
) {
  await call(peopleRoutes.changePerson, { params: { personId }, body });
  await refreshPeople();
}
