import type { ReactNode } from 'react';
import type { OneOnOne } from '../../one-on-ones/contract.ts';
import { pointsLeft } from './run.ts';
import styles from './run-ending.module.css';

interface RunEndingProps {
  record: OneOnOne;
  /** When the two meet next, with the way there. */
  next: ReactNode;
  /** What was agreed, to be given an owner and a day. */
  agreed: ReactNode;
  /** What becomes of the record. */
  acts: ReactNode;
}

/** When the meeting is over: what is left to do about it, from the first to the last. */
export function RunEnding({ record, next, agreed, acts }: RunEndingProps) {
  const left = pointsLeft(record.sections);
  return (
    <div className={styles.ending}>
      {agreed}
      {left.length > 0 && (
        <section aria-labelledby="left-title">
          <h3 id="left-title" className={styles.title}>
            {left.length === 1 ? 'One point stays' : `${left.length} points stay`} for next time
          </h3>
          <ul className={styles.left}>
            {left.map(({ id, prompt }) => (
              <li key={id}>{prompt}</li>
            ))}
          </ul>
        </section>
      )}
      {next !== null && (
        <section aria-labelledby="next-title">
          <h3 id="next-title" className={styles.title}>
            You meet again
          </h3>
          {next}
        </section>
      )}
      <section aria-labelledby="record-title">
        <h3 id="record-title" className={styles.title}>
          The record
        </h3>
        {acts}
      </section>
    </div>
  );
}
