import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';
import { cx } from './cx.ts';

/** A button that reads as a link inside a line of text. */
export function TextButton({
  children,
  ...props
}: Omit<ButtonProps, 'className' | 'style' | 'children'> & { children: ReactNode }) {
  return (
    <AriaButton {...props} className={cx(styles.link)}>
      {children}
    </AriaButton>
  );
}
