import { Children, type ReactNode } from 'react';
import styles from './breadcrumbs.module.css';

/** The way here: `Link`s and plain words, in order. */
export function Breadcrumbs({ children }: { children: ReactNode }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className={styles.crumbs}>
        {Children.map(
          children,
          (child) => child !== null && child !== undefined && child !== false && <li>{child}</li>,
        )}
      </ol>
    </nav>
  );
}
