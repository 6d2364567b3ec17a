import { Dialog } from '../../../web/ui/dialog.tsx';
import type { TemplateDocument } from '../domain/document.ts';
import { TemplatePreview } from './template-preview.tsx';

interface PreviewDialogProps {
  document: Pick<TemplateDocument, 'title' | 'sections'>;
  onClose: () => void;
}

export function PreviewDialog({ document, onClose }: PreviewDialogProps) {
  return (
    <Dialog title={document.title} wide isOpen onClose={onClose}>
      <TemplatePreview sections={document.sections} />
    </Dialog>
  );
}
