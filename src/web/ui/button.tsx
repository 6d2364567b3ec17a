import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { buttonClass, type ButtonLook } from './button-class.ts';
import { ButtonLabel } from './button-label.tsx';
import styles from './button.module.css';
import { cx } from './cx.ts';

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
      <ButtonLabel isPending={isPending}>{children}</ButtonLabel>
    </AriaButton>
  );
}
