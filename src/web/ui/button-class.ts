import styles from './button.module.css';
import { cx } from './cx.ts';

export type ButtonLook = 'primary' | 'quiet' | 'plain' | 'danger';

export function buttonClass(look: ButtonLook, size: 'm' | 's' = 'm'): string {
  return cx(styles.button, styles[look], size === 's' && styles.small);
}
