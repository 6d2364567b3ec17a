import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

/** What stands behind a page, opened by whoever wants it; on paper it is open. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
