import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { deleteTemplate } from './template-calls.ts';

interface DeleteTemplateDialogProps {
  template: { id: string; title: string; shared: boolean };
  onClose: () => void;
  /** Just before it is gone. */
  onDelete?: () => void;
  onDeleted?: () => void;
}

export function DeleteTemplateDialog({ template, onClose, onDelete, onDeleted }: DeleteTemplateDialogProps) {
  return (
    <ConfirmDialog
      title={`Delete “${template.title}”?`}
      isOpen
      onClose={onClose}
      confirmLabel="Delete for good"
      look="danger"
      onConfirm={async () => {
        onDelete?.();
        await deleteTemplate(template.id);
        toast(`Deleted “${template.title}”`);
        onDeleted?.();
      }}
    >
      <p>
        {template.shared
          ? 'It goes away for every team manager, and cannot be brought back.'
          : 'It cannot be brought back.'}{' '}
        One-on-ones that were made from it stay as they are.
      </p>
    </ConfirmDialog>
  );
}
