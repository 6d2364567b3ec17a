import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import type { OneOnOne } from '../../one-on-ones/contract.ts';
import { AddActionItem } from './add-action-item.tsx';
import { ActionItemRow } from './action-item-row.tsx';
import { EditableActionItem } from './editable-action-item.tsx';
import styles from './record-action-items.module.css';
import { useActionItems } from './use-action-items.ts';
import { countsInWords } from './words.ts';

/** What the two agreed on in this one-on-one. */
export default function RecordActionItems({ record, myId }: { record: OneOnOne; myId: string }) {
  const list = useActionItems(record);
  const me = record.readers.find(({ id }) => id === myId) ?? { id: myId, name: '' };
  const mayEdit = record.abilities.changeActionItems;
  const { items } = list;
  return (
    <section className={styles.section} aria-labelledby="action-items-title">
      <h2 id="action-items-title" className={styles.title}>
        Action items {items !== undefined && items.length > 0 && <small>{countsInWords(items)}</small>}
      </h2>
      {list.loadError !== null && items === undefined && (
        <InlineError error={list.loadError} onRetry={list.reload} />
      )}
      {items === undefined && list.loadError === null && <Skeleton lines={2} />}
      {items?.length === 0 && (
        <p className={styles.empty}>
          {mayEdit
            ? 'Nothing is agreed yet. What does one of you do before you meet again?'
            : 'Nothing was agreed to be done.'}
        </p>
      )}
      {items !== undefined && items.length > 0 && (
        <ul className={styles.list} data-action-items>
          {items.map((item, at) => (
            <li key={item.id}>
              {mayEdit && item.abilities.edit ? (
                <EditableActionItem item={item} at={at} record={record} me={me} list={list} />
              ) : (
                <ActionItemRow item={item} me={me} />
              )}
            </li>
          ))}
        </ul>
      )}
      {list.error !== null && <InlineError error={list.error} />}
      {mayEdit && items !== undefined && <AddActionItem record={record} myId={myId} onAdd={list.add} />}
    </section>
  );
}
