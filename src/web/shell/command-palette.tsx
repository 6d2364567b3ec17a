import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Menu } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useFilter } from 'react-aria/useFilter';
import { cx } from '../ui/cx.ts';
import { formatDay } from '../ui/dates.ts';
import dialogStyles from '../ui/dialog.module.css';
import { Face } from '../ui/face.tsx';
import { MenuItem, MenuSection } from '../ui/menu.tsx';
import menuStyles from '../ui/menu.module.css';
import styles from './command-palette.module.css';
import { recentQuery, useMyPairs } from './my-pairs.ts';
import { useMe } from './session.ts';

interface Command {
  id: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
  href?: string;
  run?: () => void;
}

/** Go anywhere by its name. It searches what is loaded already: nothing typed here leaves the page. */
export default function CommandPalette({
  onClose,
  onShortcuts,
}: {
  onClose: () => void;
  onShortcuts: () => void;
}) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const groups = useCommands(onShortcuts);
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className={cx(dialogStyles.scrim)}>
      <Modal className={cx(dialogStyles.sheet, dialogStyles.top)}>
        <Dialog aria-label="Go to" className={cx(styles.palette)}>
          <Autocomplete filter={contains}>
            <SearchField
              aria-label="Go to a page, a person or a one-on-one"
              autoFocus
              className={cx(styles.search)}
            >
              <Search size={17} aria-hidden />
              <Input placeholder="Go to a page, a person or a one-on-one" />
            </SearchField>
            <Menu
              aria-label="Places"
              className={cx(menuStyles.menu, styles.list)}
              onAction={onClose}
              renderEmptyState={() => (
                <p className={styles.nothing}>Nothing of that name among your pages and people.</p>
              )}
            >
              {groups.map((group) => (
                <MenuSection key={group.title} title={group.title}>
                  {group.commands.map(({ id, label, icon, hint, href, run }) => (
                    <MenuItem
                      key={id}
                      id={id}
                      icon={icon}
                      {...(hint === undefined ? {} : { hint })}
                      {...(href === undefined ? {} : { href })}
                      {...(run === undefined ? {} : { onAction: run })}
                    >
                      {label}
                    </MenuItem>
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

function useCommands(onShortcuts: () => void): { title: string; commands: Command[] }[] {
  const me = useMe();
  const { asManager, asEmployee } = useMyPairs();
  const recent = useQuery(recentQuery).data?.items ?? [];
  const pages: Command[] = [
    { id: 'needs-me', label: 'Needs me', href: '/' },
    { id: 'one-on-ones', label: 'One-on-ones', href: '/one-on-ones' },
    ...(me.managesPeople ? [{ id: 'templates', label: 'Templates', href: '/templates' }] : []),
    ...(me.isAdmin ? [{ id: 'people', label: 'People', href: '/people' }] : []),
    ...(me.isAdmin ? [{ id: 'teams', label: 'Teams', href: '/teams' }] : []),
    { id: 'help', label: 'Help', href: '/help' },
    { id: 'account', label: 'Devices and password', href: '/account' },
    { id: 'shortcuts', label: 'Keyboard shortcuts', run: onShortcuts },
  ];
  const people = [...asManager, ...asEmployee].map<Command>(({ id, name }) => ({
    id: `person-${id}`,
    label: name,
    href: `/one-on-ones?personId=${id}`,
    icon: <Face name={name} as="theirs" />,
  }));
  const records = recent.slice(0, 12).map<Command>((record) => ({
    id: record.id,
    label: `${record.title}, ${record.employee.id === me.person.id ? record.manager.name : record.employee.name}`,
    hint: formatDay(record.heldOn),
    href: `/one-on-ones/${record.id}`,
  }));
  return [
    { title: 'People', commands: people },
    { title: 'Pages', commands: pages },
    { title: 'Last changed', commands: records },
  ].filter((group) => group.commands.length > 0);
}
