import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryOf } from '../../../web/shell/queries.ts';
import { Button } from '../../../web/ui/button.tsx';
import { formatDay } from '../../../web/ui/dates.ts';
import type { OneOnOne } from '../../one-on-ones/contract.ts';
import { receiptRoutes, type Receipt, type ReceiptAct } from '../contract.ts';
import styles from './record-receipts.module.css';

const actWords: Record<ReceiptAct, string> = {
  opened: 'opened it',
  downloaded: 'downloaded a file',
  exported: 'exported it',
};
/** Enough to see whether it was read. */
const shownAtFirst = 5;

/** Who read it on which day; for the two alone. */
export default function RecordReceipts({ record, myId }: { record: OneOnOne; myId: string }) {
  const { data } = useQuery(queryOf(receiptRoutes.list, { params: { oneOnOneId: record.id } }));
  const [isWhole, setWhole] = useState(false);
  // What I opened myself is no news to me.
  const others = (data?.items ?? []).filter(({ person }) => person.id !== myId);
  if (data === undefined) return null;
  return (
    <section>
      <h2 className={styles.title}>Who opened it</h2>
      {others.length === 0 && <p className={styles.nothing}>Nobody but you has opened it yet.</p>}
      <ul className={styles.list}>
        {(isWhole ? others : others.slice(0, shownAtFirst)).map((receipt) => (
          <li key={`${receipt.person.id} ${receipt.day} ${receipt.act}`}>
            <Line receipt={receipt} />
          </li>
        ))}
      </ul>
      {others.length > shownAtFirst && !isWhole && (
        <Button size="s" look="plain" onPress={() => setWhole(true)}>
          All {others.length}
        </Button>
      )}
    </section>
  );
}

function Line({ receipt: { person, act, day } }: { receipt: Receipt }) {
  return (
    <>
      {person.name} {actWords[act]} <time dateTime={day}>{formatDay(day)}</time>
    </>
  );
}
