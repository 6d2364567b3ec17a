import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';
import styles from './choice.module.css';
import { cx } from './cx.ts';

interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  hint?: ReactNode;
}

/** Takes effect at once; what waits for a Save button is a `Checkbox`. */
export function Switch({ children, hint, ...props }: SwitchProps) {
  return (
    <AriaSwitch {...props} className={cx(styles.choice, styles.switch)}>
      <i />
      <span className={styles.words}>
        {children}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </AriaSwitch>
  );
}
