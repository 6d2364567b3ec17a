import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { cx } from './cx.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type Tone = 'draft' | 'active' | 'pending' | 'approved' | 'danger' | 'mine' | 'ink';
export type Shape = 'ring' | 'dot' | 'half' | 'check' | 'triangle';

/** A word with a shape and a colour: the word alone is enough to understand it. */
export function Badge({ tone, shape, children }: { tone: Tone; shape?: Shape; children: ReactNode }) {
  return (
    <span className={cx(styles.badge, styles[tone])}>
      {shape !== undefined && <span className={cx(styles.shape, styles[shape])} aria-hidden="true" />}
      {children}
    </span>
  );
}

/** How many, where it matters that there are some; nothing where there are none. */
export function Count({ of, label }: { of: number; label: string }) {
  if (of === 0) return null;
  return (
    <span className={styles.count}>
      {of > 99 ? '99+' : of}
      <VisuallyHidden> {label}</VisuallyHidden>
    </span>
  );
}
