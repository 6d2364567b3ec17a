import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { InPlaceText } from '../../../web/ui/in-place-text.tsx';
import { MenuItem, MenuLine } from '../../../web/ui/menu.tsx';
import { afterMenu } from '../../../web/ui/after-menu.ts';
import type { OneOnOne } from '../../one-on-ones/contract.ts';
import type { ActionItem } from '../contract.ts';
import { maxTextLength } from '../domain/action-items.ts';
import { ActionItemRow } from './action-item-row.tsx';
import { DueMenu } from './due-menu.tsx';
import { OwnerMenu } from './owner-menu.tsx';
import styles from './record-action-items.module.css';
import type { useActionItems } from './use-action-items.ts';
import { useDragRow } from './use-drag-row.ts';
import { outcomeNow } from './words.ts';

interface EditableActionItemProps {
  item: ActionItem;
  /** Its place, counted from 0. */
  at: number;
  record: OneOnOne;
  me: { id: string; name: string };
  list: ReturnType<typeof useActionItems>;
}

/** Reworded, given away, put off and moved where it stands. */
export function EditableActionItem({ item, at, record, me, list }: EditableActionItemProps) {
  const count = list.items?.length ?? 0;
  function moveBy(by: -1 | 1): void {
    const to = at + by;
    if (to < 0 || to >= count) return;
    void list.move(item.id, to);
    focusMenuOf(item.id);
  }
  const drag = useDragRow(at, (from, to) => {
    const dragged = list.items?.[from];
    if (dragged !== undefined) void list.move(dragged.id, to);
  });
  function remove(): void {
    const ids = list.items?.map(({ id }) => id) ?? [];
    list.remove(item);
    focusMenuOf(ids[at + 1] ?? ids[at - 1] ?? '');
  }
  return (
    <div {...drag.row} onKeyDownCapture={(event) => moveByKey(event, moveBy)}>
      <ActionItemRow
        item={item}
        me={me}
        handle={
          <span {...drag.handle} className={styles.handle} aria-hidden="true">
            <GripVertical size={15} />
          </span>
        }
        words={<Words item={item} onChange={async (text) => list.change(item.id, { text })} />}
        facts={
          <>
            <OwnerMenu
              ownerId={item.ownerId}
              record={record}
              myId={me.id}
              onChange={(ownerId) => void list.change(item.id, { ownerId })}
            />
            <DueMenu
              isOverdue={outcomeNow(item) === 'overdue'}
              dueOn={item.dueOn}
              onChange={(dueOn) => void list.change(item.id, { dueOn })}
            />
          </>
        }
        acts={
          <>
            <MenuItem
              icon={<ArrowUp size={15} aria-hidden />}
              isDisabled={at === 0}
              onAction={() => afterMenu(() => moveBy(-1))}
            >
              Move up
            </MenuItem>
            <MenuItem
              icon={<ArrowDown size={15} aria-hidden />}
              isDisabled={at === count - 1}
              onAction={() => afterMenu(() => moveBy(1))}
            >
              Move down
            </MenuItem>
            <MenuLine />
            <MenuItem
              look="danger"
              icon={<Trash2 size={15} aria-hidden />}
              onAction={() => afterMenu(remove)}
            >
              Remove
            </MenuItem>
          </>
        }
      />
    </div>
  );
}

/** What is typed stays typed where it was refused. */
function Words({ item, onChange }: { item: ActionItem; onChange: (text: string) => Promise<boolean> }) {
  const [typed, setTyped] = useState<string | null>(null);
  async function leave(): Promise<void> {
    const text = typed?.replaceAll(/\s+/gu, ' ').trim() ?? '';
    if (text === '' || text === item.text) return setTyped(null);
    if (await onChange(text)) setTyped(null);
  }
  return (
    <InPlaceText
      label="What is to be done"
      value={typed ?? item.text}
      maxLength={maxTextLength}
      onChange={setTyped}
      onBlur={() => void leave()}
      onEnter={() => void leave()}
    />
  );
}

function moveByKey(event: KeyboardEvent, moveBy: (by: -1 | 1) => void): void {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
  if (by === null || !event.altKey || event.target instanceof HTMLTextAreaElement) return;
  event.preventDefault();
  // Before a menu button sees it, which would open.
  event.stopPropagation();
  moveBy(by);
}

function focusMenuOf(id: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[id="menu-${id}"]`)?.focus());
}
