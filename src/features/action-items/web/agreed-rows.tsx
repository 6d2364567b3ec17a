import type { ReactNode } from 'react';
import { formatDay } from '../../../web/ui/dates.ts';
import { Link } from '../../../web/ui/link.tsx';
import type { ListedActionItem } from '../contract.ts';
import { ActionItemRow } from './action-item-row.tsx';
import styles from './follow-up.module.css';

interface AgreedRowsProps {
  items: readonly ListedActionItem[];
  me: { id: string; name: string };
  /** What can be done with each beside ticking it. */
  beside?: (item: ListedActionItem) => ReactNode;
}

/** Agreements, with the day on which they were made. */
export function AgreedRows({ items, me, beside }: AgreedRowsProps) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id}>
          <ActionItemRow
            item={item}
            me={me}
            origin={
              <span>
                Agreed on{' '}
                <Link to="/one-on-ones/$oneOnOneId" params={{ oneOnOneId: item.oneOnOne.id }}>
                  {formatDay(item.oneOnOne.heldOn)}
                </Link>
              </span>
            }
          />
          {beside?.(item)}
        </li>
      ))}
    </ul>
  );
}
