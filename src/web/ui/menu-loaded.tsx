import type { ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import {
  Menu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  type MenuItemProps as AriaMenuItemProps,
} from 'react-aria-components/Menu';
import { Popover, type PopoverProps } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { cx } from './cx.ts';
import styles from './menu.module.css';
import popoverStyles from './popover.module.css';
import { usePressedAtOnce, type AtOnce } from './loads-on-use.tsx';

export interface MenuButtonProps {
  label: string;
  /** The button that opens the menu. */
  trigger: ReactNode;
  placement?: PopoverProps['placement'];
  children: ReactNode;
}

export function MenuButton({
  label,
  trigger,
  placement = 'bottom end',
  opensAtOnce,
  children,
}: MenuButtonProps & AtOnce) {
  const place = usePressedAtOnce(opensAtOnce);
  return (
    <MenuTrigger>
      <span ref={place} className={cx(popoverStyles.place)}>
        {trigger}
      </span>
      <Popover placement={placement} offset={5} className={cx(popoverStyles.popover)}>
        <Menu aria-label={label} className={cx(styles.menu)}>
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuItemProps extends Omit<
  AriaMenuItemProps,
  'className' | 'style' | 'children' | 'textValue'
> {
  children: string;
  icon?: ReactNode;
  hint?: ReactNode;
  /** As `shortcutText` writes it; shown only, the shortcut itself is registered with `useShortcut`. */
  shortcut?: string;
  look?: 'danger';
}

/** An action (`onAction`) or a way to a page (`href`). */
export function MenuItem({ children, icon, hint, shortcut, look, ...props }: MenuItemProps) {
  return (
    <AriaMenuItem
      {...props}
      textValue={children}
      className={cx(styles.item, look === 'danger' && styles.danger)}
    >
      {icon}
      <span className={styles.words}>
        {children}
        {hint !== undefined && <small>{hint}</small>}
      </span>
      {shortcut !== undefined && <kbd className={styles.shortcut}>{shortcut}</kbd>}
    </AriaMenuItem>
  );
}

export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection>
      <Header className={cx(styles.heading)}>{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

export function MenuLine() {
  return <Separator className={cx(styles.line)} />;
}
