import { Suspense } from 'react';
import { late } from './late.ts';
import type { SortableListProps } from './sortable-list-loaded.tsx';

const Loaded = late(() => import('./sortable-list-loaded.tsx'));

/**
 * A list to be put in order: by drag, and by keyboard from the handle (Enter, arrows, Enter). Each row's menu offers
 * Move up and Move down besides (`MoveMenuItems`). Lists of the same `dragType` exchange rows.
 */
export function SortableList<Item extends { id: string }>(props: SortableListProps<Item>) {
  return (
    <Suspense
      fallback={
        <div aria-busy="true">
          {props.items.map((item) => (
            <div key={item.id}>{props.children(item, null)}</div>
          ))}
        </div>
      }
    >
      <Loaded
        {...(props as unknown as SortableListProps<{ id: string }>)} /* late() loses the type parameter */
      />
    </Suspense>
  );
}
