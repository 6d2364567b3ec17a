import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextArea } from '../../../web/ui/text-area.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { type ActionItem, dropBody } from '../contract.ts';
import { drop } from './marks.ts';

interface DropDialogProps {
  item: ActionItem;
  me: { id: string; name: string };
  onClose: () => void;
}

/** It will not be done, and that is fine: the other reads why. */
export default function DropDialog({ item, me, onClose }: DropDialogProps) {
  const form = useForm({
    schema: dropBody,
    initial: { reason: '' },
    submit: async ({ reason }) => {
      await drop(item, reason, me);
      onClose();
    },
  });
  return (
    <Dialog title="Drop this action item" isOpen onClose={onClose}>
      <p>“{item.text}” stays on the record, with your reason. It can be taken up again.</p>
      <Form state={form}>
        <TextArea label="Why will it not be done?" autoFocus {...form.field('reason')} />
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>Drop it</SubmitButton>
          <Button look="plain" onPress={onClose}>
            Cancel
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
