import { ChevronRight } from 'lucide-react';
import type { ListedActionItem } from '../contract.ts';
import { AgreedRows } from './agreed-rows.tsx';
import styles from './follow-up.module.css';

interface SettledRowsProps {
  items: readonly ListedActionItem[];
  me: { id: string; name: string };
  /** Something stands above that is open still. */
  isRest: boolean;
  startsOpen: boolean;
}

/** What is done or dropped, folded away. */
export function SettledRows({ items, me, isRest, startsOpen }: SettledRowsProps) {
  if (items.length === 0) return null;
  return (
    <details className={styles.rest} open={startsOpen}>
      <summary>
        <ChevronRight size={14} aria-hidden />
        {isRest ? 'What became of the rest' : 'What became of what you agreed'}
      </summary>
      <AgreedRows items={items} me={me} />
    </details>
  );
}
