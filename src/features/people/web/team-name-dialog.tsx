import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { addTeamBody } from '../contract.ts';

interface TeamNameDialogProps {
  title: string;
  submitLabel: string;
  name?: string;
  onSubmit: (body: { name: string }) => Promise<void>;
  onClose: () => void;
}

/** Asks for a team's name: a new one, or another. */
export function TeamNameDialog({ title, submitLabel, name = '', onSubmit, onClose }: TeamNameDialogProps) {
  const form = useForm({ schema: addTeamBody, initial: { name }, submit: onSubmit });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form state={form}>
        <TextField label="Name" autoComplete="off" autoFocus required {...form.field('name')} />
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>{submitLabel}</SubmitButton>
          <Button onPress={onClose}>Cancel</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
