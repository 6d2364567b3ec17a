import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import type { PaceState } from '../../../features/kpis/domain/pace.ts';
import { paceWords } from './figure-words.ts';
import styles from './pace-badge.module.css';

const icons = {
  'on-track': CircleCheck,
  'at-risk': TriangleAlert,
  behind: CircleAlert,
  'no-data': CircleDashed,
} as const;

/** Word, shape and colour: how a number stands against its target. */
export function PaceBadge({ state }: { state: PaceState }) {
  const Icon = icons[state];
  return (
    <span className={styles.badge} data-state={state}>
      <Icon size={14} aria-hidden />
      {paceWords[state]}
    </span>
  );
}
