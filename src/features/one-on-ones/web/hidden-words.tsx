import type { ReactNode } from 'react';
import styles from './hidden-words.module.css';

/** Words for whoever can't see what the rest of the page shows by its place. */
export function HiddenWords({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
