import { ArrowDown, ArrowUp } from 'lucide-react';
import { MenuItem } from './menu.tsx';

interface MoveMenuItemsProps {
  isFirst: boolean;
  isLast: boolean;
  onMoveUp: () => void;
  onMoveDown: () => void;
}

/** The way to reorder without dragging (WCAG 2.5.7), for a row's menu. */
export function MoveMenuItems({ isFirst, isLast, onMoveUp, onMoveDown }: MoveMenuItemsProps) {
  return (
    <>
      <MenuItem
        id="move-up"
        icon={<ArrowUp size={15} aria-hidden />}
        isDisabled={isFirst}
        onAction={onMoveUp}
      >
        Move up
      </MenuItem>
      <MenuItem
        id="move-down"
        icon={<ArrowDown size={15} aria-hidden />}
        isDisabled={isLast}
        onAction={onMoveDown}
      >
        Move down
      </MenuItem>
    </>
  );
}
