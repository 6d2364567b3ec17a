import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Menu } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useFilter } from 'react-aria/useFilter';
import { cx } from './cx.ts';
import dialogStyles from './dialog.module.css';
import { MenuItem, MenuSection } from './menu.tsx';
import menuStyles from './menu.module.css';
import styles from './palette.module.css';

export interface Command {
  id: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
  href?: string;
  run?: () => void;
}

interface PaletteProps {
  label: string;
  groups: readonly { title: string; commands: readonly Command[] }[];
  /** Said when nothing fits what was typed. */
  nothing: string;
  onClose: () => void;
}

/** Go somewhere by its name: a field and, under it, what fits. */
export function Palette({ label, groups, nothing, onClose }: PaletteProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className={cx(dialogStyles.scrim)}>
      <Modal className={cx(dialogStyles.sheet, dialogStyles.top)}>
        <Dialog aria-label={label} className={cx(styles.palette)}>
          <Autocomplete filter={contains}>
            <SearchField aria-label={label} autoFocus className={cx(styles.search)}>
              <Search size={17} aria-hidden />
              <Input placeholder={label} />
            </SearchField>
            <Menu
              aria-label="What fits"
              className={cx(menuStyles.menu, styles.list)}
              onAction={onClose}
              renderEmptyState={() => <p className={styles.nothing}>{nothing}</p>}
            >
              {groups.map((group) => (
                <MenuSection key={group.title} title={group.title}>
                  {group.commands.map((command) => (
                    <CommandRow key={command.id} command={command} />
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function CommandRow({ command: { id, label, icon, hint, href, run } }: { command: Command }) {
  return (
    <MenuItem
      id={id}
      icon={icon}
      {...(hint === undefined ? {} : { hint })}
      {...(href === undefined ? {} : { href })}
      {...(run === undefined ? {} : { onAction: run })}
    >
      {label}
    </MenuItem>
  );
}
