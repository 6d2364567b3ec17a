import { ChevronRight } from 'lucide-react';
import { formatDay } from '../../../web/ui/dates.ts';
import { Link } from '../../../web/ui/link.tsx';
import type { ListedActionItem } from '../contract.ts';
import { ActionItemRow } from './action-item-row.tsx';
import styles from './follow-up.module.css';
import { countsInWords } from './words.ts';

interface FollowUpProps {
  open: readonly ListedActionItem[];
  settled: readonly ListedActionItem[];
  me: { id: string; name: string };
}

/** What the meeting begins with: what the two agreed before and is open still, and what became of the rest. */
export default function FollowUp({ open, settled, me }: FollowUpProps) {
  return (
    <section className={styles.panel} aria-labelledby="follow-up-title">
      <h2 id="follow-up-title" className={styles.title}>
        From earlier one-on-ones <small>{countsInWords([...open, ...settled])}</small>
      </h2>
      <Rows items={open} me={me} />
      {settled.length > 0 && (
        <details className={styles.rest} open={open.length === 0}>
          <summary>
            <ChevronRight size={14} aria-hidden />
            {open.length === 0 ? 'What became of what you agreed' : 'What became of the rest'}
          </summary>
          <Rows items={settled} me={me} />
        </details>
      )}
    </section>
  );
}

function Rows({ items, me }: { items: readonly ListedActionItem[]; me: FollowUpProps['me'] }) {
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
        </li>
      ))}
    </ul>
  );
}
