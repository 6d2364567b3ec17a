import { Plus } from 'lucide-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import type { OneOnOne } from '../../one-on-ones/contract.ts';
import type { ActionItem } from '../contract.ts';
import { maxTextLength } from '../domain/action-items.ts';
import styles from './add-action-item.module.css';
import { dayIn, DueMenu } from './due-menu.tsx';
import { OwnerMenu } from './owner-menu.tsx';
import type { NewActionItem } from './use-action-items.ts';

interface AddActionItemProps {
  record: OneOnOne;
  myId: string;
  onAdd: (wanted: NewActionItem, shown: ActionItem) => Promise<boolean>;
}

/** One line: say it, press Enter, say the next. */
export function AddActionItem({ record, myId, onAdd }: AddActionItemProps) {
  const [text, setText] = useState('');
  const [ownerId, setOwnerId] = useState(record.employee.id);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    const said = text.trim();
    field.current?.focus();
    if (said === '') return;
    setText('');
    setDueOn(null);
    const wanted = { text: said, ownerId, ...(dueOn !== null && { dueOn }) };
    const isAdded = await onAdd(wanted, shownMeanwhile(record, wanted));
    if (isAdded) return;
    // Nothing typed is lost: neither this, nor what has been begun since.
    setText((since) => (since === '' ? said : `${said} ${since}`));
    setDueOn(dueOn);
  }
  return (
    <form className={styles.add} onSubmit={(event) => void add(event)}>
      <Plus size={16} aria-hidden className={styles.plus} />
      <input
        ref={field}
        id={id}
        aria-label="New action item"
        placeholder="Add an action item"
        autoComplete="off"
        enterKeyHint="done"
        maxLength={maxTextLength}
        className={styles.input}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text !== '' && (
        <span className={styles.facts}>
          <OwnerMenu ownerId={ownerId} record={record} myId={myId} onChange={setOwnerId} />
          <DueMenu dueOn={dueOn ?? dayIn(7)} onChange={setDueOn} />
          <kbd aria-hidden="true">↵</kbd>
        </span>
      )}
    </form>
  );
}

let shownCount = 0;

/** Until the server has answered it can be neither changed nor marked. */
function shownMeanwhile(record: OneOnOne, { text, ownerId, dueOn }: NewActionItem): ActionItem {
  shownCount += 1;
  const owner = ownerId === record.manager.id ? record.manager : record.employee;
  return {
    id: `new-${shownCount}`,
    oneOnOneId: record.id,
    text,
    owner,
    ownerId: owner.id,
    dueOn: dueOn ?? dayIn(7),
    doneAt: null,
    doneBy: null,
    dropped: null,
    isOverdue: false,
    version: 0,
    abilities: { edit: false, mark: false },
  };
}
