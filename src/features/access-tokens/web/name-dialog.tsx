import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { addServiceAccountBody } from '../contract.ts';

interface NameDialogProps {
  title: string;
  hint: string;
  submitLabel: string;
  onSubmit: (name: string) => Promise<unknown>;
  onClose: () => void;
}

/** What a token or a service account is called: by it one knows later which may go. */
export function NameDialog({ title, hint, submitLabel, onSubmit, onClose }: NameDialogProps) {
  const form = useForm({
    schema: addServiceAccountBody,
    initial: { name: '' },
    submit: async ({ name }) => onSubmit(name),
  });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form state={form}>
        <TextField
          label="Name"
          hint={hint}
          autoComplete="off"
          autoFocus
          required
          maxLength={80}
          {...form.field('name')}
        />
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>{submitLabel}</SubmitButton>
          <Button onPress={onClose}>Cancel</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
