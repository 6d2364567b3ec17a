import { Copy, Ellipsis, Eye, MessagesSquare, PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuLine } from '../../../web/ui/menu.tsx';
import type { Template } from '../contract.ts';
import { DeleteTemplateDialog } from './delete-template-dialog.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { useDuplicate } from './use-duplicate.ts';

interface TemplateMenuProps {
  template: Template;
  /** Just before the row goes away. */
  onDelete: () => void;
}

/** What can be done with a template in a list. */
export function TemplateMenu({ template, onDelete }: TemplateMenuProps) {
  const [open, setOpen] = useState<'preview' | 'delete' | null>(null);
  const duplicate = useDuplicate();
  const close = () => setOpen(null);
  return (
    <>
      <MenuButton
        label={template.title}
        trigger={
          <IconButton label={`More: ${template.title}`}>
            <Ellipsis size={17} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem href={`/new?templateId=${template.id}`} icon={<MessagesSquare size={15} aria-hidden />}>
          Use it for a one-on-one
        </MenuItem>
        <MenuItem icon={<Eye size={15} aria-hidden />} onAction={() => setOpen('preview')}>
          Preview
        </MenuItem>
        {template.abilities.edit && (
          <MenuItem href={`/templates/${template.id}`} icon={<PenLine size={15} aria-hidden />}>
            Edit
          </MenuItem>
        )}
        <MenuItem icon={<Copy size={15} aria-hidden />} onAction={() => void duplicate(template)}>
          {template.abilities.edit ? 'Duplicate' : 'Duplicate to edit'}
        </MenuItem>
        {template.abilities.delete && (
          <>
            <MenuLine />
            <MenuItem
              look="danger"
              icon={<Trash2 size={15} aria-hidden />}
              onAction={() => setOpen('delete')}
            >
              Delete
            </MenuItem>
          </>
        )}
      </MenuButton>
      {open === 'preview' && <PreviewDialog document={template} onClose={close} />}
      {open === 'delete' && <DeleteTemplateDialog template={template} onClose={close} onDelete={onDelete} />}
    </>
  );
}
