import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextArea } from '../../../web/ui/text-area.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { requestRevisionBody } from '../contract.ts';
import { namesOf } from './pair.ts';
import { useRecord } from './record-context.ts';
import { useActions } from './use-actions.ts';

interface RevisionDialogProps {
  onClose: () => void;
  onDone: (words: string) => void;
}

export function RevisionDialog({ onClose, onDone }: RevisionDialogProps) {
  const { record } = useRecord();
  const actions = useActions();
  const { manager } = namesOf(record);
  const form = useForm({
    schema: requestRevisionBody,
    initial: { message: '' },
    submit: async ({ message }) => {
      await actions.requestRevision(message);
      onDone(`Sent back. It is ${manager}’s turn.`);
    },
  });
  return (
    <Dialog title="Ask for a revision" isOpen onClose={onClose}>
      <p>
        It goes back to Active, and {manager} is told by mail. Your message stands on top of the record until
        it is sent to you again; only the two of you can read it.
      </p>
      <Form state={form}>
        <TextArea label="What should be different?" autoFocus {...form.field('message')} />
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>Ask for revision</SubmitButton>
          <Button look="plain" onPress={onClose}>
            Cancel
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
