import { GripVertical } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import type { Key } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './sortable-list.module.css';

export interface SortableListProps<Item extends { id: string }> {
  /** What is put in order, for screen readers. */
  label: string;
  listId: string;
  items: readonly Item[];
  /** One row's name, spoken and shown while it is dragged. */
  nameOf: (item: Item) => string;
  /** Rows go only to lists of the same type. */
  dragType: string;
  /** `toIndex` counts in the target list without the moved row. */
  onMove: (id: string, toListId: string, toIndex: number) => void;
  empty?: ReactNode;
  /** `handle` is the grip to place in the row; null while the list is loading. */
  children: (item: Item, handle: ReactNode) => ReactNode;
}

export default function SortableListLoaded<Item extends { id: string }>({
  label,
  listId,
  items,
  nameOf,
  dragType,
  onMove,
  empty,
  children,
}: SortableListProps<Item>) {
  function drop(id: string, target: { key: Key; dropPosition: 'before' | 'after' | 'on' }) {
    const rest = items.filter((item) => item.id !== id);
    const at = rest.findIndex((item) => item.id === target.key);
    onMove(id, listId, at === -1 ? rest.length : at + (target.dropPosition === 'after' ? 1 : 0));
  }

  async function dropFromElsewhere(dropped: unknown, place: (id: string) => void) {
    for (const item of dropped as { kind: string; getText?: (type: string) => Promise<string> }[]) {
      if (item.kind === 'text' && item.getText !== undefined) place(await item.getText(dragType));
    }
  }

  const { dragAndDropHooks } = useDragAndDrop<Item>({
    getItems: (_keys, dragged) =>
      dragged.map((item) => ({ [dragType]: item.id, 'text/plain': nameOf(item) })),
    acceptedDragTypes: [dragType],
    getDropOperation: (_target, types) => (types.has(dragType) ? 'move' : 'cancel'),
    renderDragPreview: (dragged) => <div className={styles.preview}>{dragged[0]?.['text/plain']}</div>,
    renderDropIndicator: (target) => <DropIndicator target={target} className={cx(styles.indicator)} />,
    onReorder: ({ keys, target }) => {
      for (const key of keys) drop(String(key), target);
    },
    onInsert: ({ items: dropped, target }) => void dropFromElsewhere(dropped, (id) => drop(id, target)),
    onRootDrop: ({ items: dropped }) =>
      void dropFromElsewhere(dropped, (id) => onMove(id, listId, items.length)),
  });

  return (
    <GridList
      aria-label={label}
      items={items}
      // Rows are drawn anew when their neighbours change: a row may have become the first or the last.
      dependencies={[children]}
      dragAndDropHooks={dragAndDropHooks}
      keyboardNavigationBehavior="tab"
      disallowTypeAhead
      className={cx(styles.list)}
      renderEmptyState={() => empty}
    >
      {(item) => (
        <GridListItem id={item.id} textValue={nameOf(item)} className={cx(styles.row)}>
          {children(
            item,
            <Button slot="drag" className={cx(styles.handle)}>
              <GripVertical size={15} aria-hidden />
            </Button>,
          )}
        </GridListItem>
      )}
    </GridList>
  );
}
