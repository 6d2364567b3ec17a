import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';
import { cx } from './cx.ts';

export type ButtonLook = 'primary' | 'quiet' | 'plain' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  look?: ButtonLook;
  size?: 'm' | 's';
  children: ReactNode;
}

/** One filled button (`primary`) a state of a page; everything else is quiet or plain. */
export function Button({ look = 'quiet', size = 'm', isPending = false, children, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      isPending={isPending}
      className={cx(buttonClass(look, size), isPending && styles.pending)}
    >
      <span className={styles.label}>{children}</span>
      {isPending && <PendingDots />}
    </AriaButton>
  );
}

function PendingDots() {
  return (
    <span className={styles.dots} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

export function buttonClass(look: ButtonLook, size: 'm' | 's' = 'm'): string {
  return cx(styles.button, styles[look], size === 's' && styles.small);
}
