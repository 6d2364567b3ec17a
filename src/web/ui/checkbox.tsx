import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components/Checkbox';
import styles from './choice.module.css';
import { cx } from './cx.ts';

interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  hint?: ReactNode;
}

export function Checkbox({ children, hint, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={cx(styles.choice, styles.square)}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <i>
            {isIndeterminate ? (
              <Minus size={13} strokeWidth={3} />
            ) : (
              isSelected && <Check size={13} strokeWidth={3} />
            )}
          </i>
          <span className={styles.words}>
            {children}
            {hint !== undefined && <small>{hint}</small>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}
