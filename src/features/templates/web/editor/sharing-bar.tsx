import { Copy, Ellipsis, Eye, Trash2 } from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuLine } from '../../../../web/ui/menu.tsx';
import { Switch } from '../../../../web/ui/switch.tsx';
import type { Template } from '../../contract.ts';
import { savable } from '../../domain/document.ts';
import type { TemplateDocument } from '../../domain/document.ts';
import { DeleteTemplateDialog } from '../delete-template-dialog.tsx';
import { PreviewDialog } from '../preview-dialog.tsx';
import type { TemplateSaver } from '../saving/template-saver.ts';
import { useDuplicate } from '../use-duplicate.ts';
import styles from './sharing-bar.module.css';

interface SharingBarProps {
  template: Template;
  document: TemplateDocument;
  saver: TemplateSaver;
  children: ReactNode;
}

/** Who sees the template, in words; what can be done with the whole of it. */
export function SharingBar({ template, document, saver, children }: SharingBarProps) {
  const [open, setOpen] = useState<'preview' | 'delete' | null>(null);
  const navigate = useNavigate();
  const duplicate = useDuplicate();
  const { id } = template;
  return (
    <div className={styles.bar}>
      <Switch
        isSelected={document.shared}
        onChange={(shared) => saver.change((before) => ({ ...before, shared }))}
        hint={
          document.shared ? 'They can use and duplicate it; only you can edit it.' : 'Only you can see it.'
        }
      >
        Shared with all team managers
      </Switch>
      <div className={styles.actions}>
        {children}
        <MenuButton
          label="Template"
          trigger={
            <IconButton label="More about this template">
              <Ellipsis size={17} aria-hidden />
            </IconButton>
          }
        >
          <MenuItem icon={<Eye size={15} aria-hidden />} onAction={() => setOpen('preview')}>
            Preview
          </MenuItem>
          <MenuItem icon={<Copy size={15} aria-hidden />} onAction={() => void duplicate(document)}>
            Duplicate
          </MenuItem>
          <MenuLine />
          <MenuItem look="danger" icon={<Trash2 size={15} aria-hidden />} onAction={() => setOpen('delete')}>
            Delete
          </MenuItem>
        </MenuButton>
      </div>
      {open === 'preview' && <PreviewDialog document={savable(document)} onClose={() => setOpen(null)} />}
      {open === 'delete' && (
        <DeleteTemplateDialog
          template={{ id, title: document.title, shared: document.shared }}
          onClose={() => setOpen(null)}
          onDeleted={() => {
            saver.discard();
            void navigate({ to: '/templates' });
          }}
        />
      )}
    </div>
  );
}
