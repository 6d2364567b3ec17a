import type { ReactNode } from 'react';
import type { ListedActionItem } from '../contract.ts';
import { AgreedRows } from './agreed-rows.tsx';
import styles from './follow-up.module.css';
import { SettledRows } from './settled-rows.tsx';

interface PromisesProps {
  open: readonly ListedActionItem[];
  settled: readonly ListedActionItem[];
  me: { id: string; name: string };
  /** Where nothing is open. */
  nothing: string;
  beside?: (item: ListedActionItem) => ReactNode;
  startsOpen?: boolean;
}

/** What the two promised each other: what is open with a tick, and what became of the rest since they last met. */
export function Promises({ open, settled, me, nothing, beside, startsOpen = false }: PromisesProps) {
  return (
    <div className={styles.promises}>
      {open.length === 0 && <p className={styles.nothing}>{nothing}</p>}
      {open.length > 0 && <AgreedRows items={open} me={me} {...(beside && { beside })} />}
      <SettledRows items={settled} me={me} isRest={open.length > 0} startsOpen={startsOpen} />
    </div>
  );
}
