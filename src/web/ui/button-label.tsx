import type { ReactNode } from 'react';
import styles from './button.module.css';

/** The words of a button, which keep their place while its work is under way. */
export function ButtonLabel({ isPending, children }: { isPending: boolean; children: ReactNode }) {
  return (
    <>
      <span className={styles.label}>{children}</span>
      {isPending && (
        <span className={styles.dots} aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
      )}
    </>
  );
}
