import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './inline-error.module.css';

/** A sentence the reader should know before going on: a fact (`quiet`) or a caution. */
export function Note({ look = 'quiet', children }: { look?: 'quiet' | 'caution'; children: ReactNode }) {
  const Icon = look === 'caution' ? TriangleAlert : Info;
  return (
    <div className={cx(styles.note, styles[look])}>
      <Icon size={16} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
