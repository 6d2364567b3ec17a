import { cx } from './cx.ts';
import styles from './skeleton.module.css';

interface SkeletonProps {
  /** Shaped like what is coming: running text, rows of a list, or a page with its title. */
  shape?: 'text' | 'rows' | 'title';
  lines?: number;
}

export function Skeleton({ shape = 'text', lines = 4 }: SkeletonProps) {
  return (
    <output className={cx(styles.skeleton, shape !== 'text' && styles[shape])} aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </output>
  );
}
