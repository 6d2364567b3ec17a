import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import styles from './toolbar.module.css';

/** Buttons that belong together: one stop of the Tab key, arrows within. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className={cx(styles.toolbar)}>
      {children}
    </AriaToolbar>
  );
}

interface ToolbarToggleProps {
  label: string;
  shortcut?: string;
  isOn: boolean;
  isDisabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}

/** A button that stays pressed. A pointer does not take the focus out of the text it acts on. */
export function ToolbarToggle({ isOn, ...props }: ToolbarToggleProps) {
  return <IconButton {...props} size="s" aria-pressed={isOn} preventFocusOnPress />;
}
