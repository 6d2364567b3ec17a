import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';
import { buttonClass, type ButtonLook } from './button-class.ts';
import { cx } from './cx.ts';
import { Tooltip } from './tooltip.tsx';

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** The button's name; shown as its tooltip. */
  label: string;
  shortcut?: string;
  look?: ButtonLook;
  size?: 'm' | 's';
  children: ReactNode;
}

export function IconButton({
  label,
  shortcut,
  look = 'plain',
  size = 'm',
  children,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <AriaButton {...props} aria-label={label} className={cx(buttonClass(look, size), styles.icon)}>
        {children}
      </AriaButton>
    </Tooltip>
  );
}
