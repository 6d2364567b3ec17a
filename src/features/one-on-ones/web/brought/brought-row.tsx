import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tick } from '../../../../web/ui/tick.tsx';
import type { Item } from '../../contract.ts';
import { tickedWord } from '../../domain/answers.ts';
import { useRecord } from '../record-context.ts';
import styles from './meeting-head.module.css';

interface BroughtRowProps {
  item: Item;
  /** Said in one line: whose, since when. */
  facts: ReactNode;
  children: ReactNode;
}

/** What was brought, with the tick before it; for whoever only reads, that it was ticked. */
export function BroughtRow({ item, facts, children }: BroughtRowProps) {
  const { record, consent, structure } = useRecord();
  const isDone = item.answer?.done === true;
  const word = tickedWord[item.kind === 'follow-up' ? 'follow-up' : 'agenda'];
  return (
    <div className={styles.row} data-done={isDone}>
      {record.abilities.edit && (
        <span className={styles.tick}>
          <Tick
            label={`${word}: ${item.prompt}`}
            isDone={isDone}
            isDisabled={false}
            onChange={(done) => consent.run(item.id, () => structure.tickItem(item.id, done))}
          />
        </span>
      )}
      <div className={styles.column}>
        {children}
        <p className={styles.facts}>
          {isDone && (
            <span className={styles.done}>
              <Check size={13} strokeWidth={2.5} aria-hidden />
              {word}
            </span>
          )}
          {facts}
        </p>
      </div>
    </div>
  );
}
