import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { Compose } from '../../../web/shell/compose.tsx';
import { keptTextOf } from '../../../web/shell/kept-text.ts';
import { queryOf, refresh } from '../../../web/shell/queries.ts';
import { useWriting } from '../../../web/shell/writing.ts';
import { Button } from '../../../web/ui/button.tsx';
import { formatMoment } from '../../../web/ui/dates.ts';
import { Face } from '../../../web/ui/face.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { oneOnOneRoutes, type OneOnOne } from '../../one-on-ones/contract.ts';
import { addendumRoutes as routes, type Addendum } from '../contract.ts';
import styles from './record-addenda.module.css';

/** Below what was approved: what was said of it afterwards. */
export default function RecordAddenda({ record, myId }: { record: OneOnOne; myId: string }) {
  const queryClient = useQueryClient();
  const params = { oneOnOneId: record.id };
  const query = queryOf(routes.list, { params });
  const { data, error, refetch } = useQuery(query);
  const keptAs = `addendum/${record.id}`;
  const [isWriting, setWriting] = useState(() => keptTextOf(myId, keptAs) !== null);
  const [hasWritten, setHasWritten] = useState(false);
  const stopWriting = () => {
    setWriting(false);
    setHasWritten(true);
  };
  const mayAdd = record.abilities.addAddendum;
  const other = record.manager.id === myId ? record.employee : record.manager;
  if (data === undefined && error === null) return null;
  if (data?.items.length === 0 && !mayAdd) return null;
  return (
    <section className={styles.section} aria-labelledby="addenda-title">
      <h2 id="addenda-title" className={styles.title}>
        Addenda
      </h2>
      <p className={styles.hint}>
        The record above is approved and frozen. An addendum stands beside it: dated, signed, and never
        changed or removed.
      </p>
      {error !== null && <InlineError error={error} onRetry={() => void refetch()} />}
      {data !== undefined && data.items.length > 0 && (
        <ol className={styles.list}>
          {data.items.map((addendum) => (
            <AddendumView key={addendum.id} addendum={addendum} myId={myId} />
          ))}
        </ol>
      )}
      {mayAdd &&
        (isWriting ? (
          <Compose
            label="Addendum"
            placeholder="What is to be said afterwards"
            submitLabel="Add for good"
            personId={myId}
            keptAs={keptAs}
            autofocus
            onSubmit={async (text) => {
              const added = await call(routes.add, { params, body: { text } });
              queryClient.setQueryData(query.queryKey, (before) => ({
                items: [...(before?.items ?? []), added],
              }));
              stopWriting();
              void refresh(oneOnOneRoutes.events);
            }}
            onCancel={stopWriting}
          />
        ) : (
          <Button size="s" autoFocus={hasWritten} onPress={() => setWriting(true)}>
            Write an addendum
          </Button>
        ))}
      {mayAdd && isWriting && (
        <p className={styles.hint}>
          {other.name} is told by mail. Everybody who reads the record can read it.
        </p>
      )}
    </section>
  );
}

function AddendumView({ addendum: { author, at, text }, myId }: { addendum: Addendum; myId: string }) {
  const { Reader } = useWriting();
  return (
    <li className={styles.addendum}>
      <p className={styles.who}>
        <Face name={author.name} as={author.id === myId ? 'mine' : 'theirs'} />
        <strong>{author.name}</strong> <time dateTime={at}>{formatMoment(at)}</time>
      </p>
      <Reader doc={text} />
    </li>
  );
}
