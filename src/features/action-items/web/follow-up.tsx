import type { ListedActionItem } from '../contract.ts';
import { AgreedRows } from './agreed-rows.tsx';
import styles from './follow-up.module.css';
import { SettledRows } from './settled-rows.tsx';
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
      <AgreedRows items={open} me={me} />
      <SettledRows items={settled} me={me} isRest={open.length > 0} startsOpen={open.length === 0} />
    </section>
  );
}
