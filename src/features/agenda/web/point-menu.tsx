import { Ban, CalendarClock, Ellipsis, Lock, PenLine, Repeat, Trash2 } from 'lucide-react';
import { afterMenu } from '../../../web/ui/after-menu.ts';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuLine } from '../../../web/ui/menu.tsx';
import { MoveMenuItems } from '../../../web/ui/move-menu-items.tsx';
import type { TalkingPoint } from '../contract.ts';
import { focusMenuOf, focusNear } from './focus-point.ts';
import type { PointOpening } from './point-row.tsx';
import type { AgendaActs } from './use-agenda.ts';
import { shortly } from './words.ts';

interface PointMenuProps {
  point: TalkingPoint;
  at: number;
  count: number;
  acts: AgendaActs;
  onOpen: (what: PointOpening) => void;
}

export function PointMenu({ point, at, count, acts, onOpen }: PointMenuProps) {
  const { abilities } = point;
  const open = (what: PointOpening) => afterMenu(() => onOpen(what));
  const moveTo = (to: number) =>
    afterMenu(() => {
      void acts.move(point.id, to);
      focusMenuOf(point.id);
    });
  return (
    <MenuButton
      label={`About “${shortly(point)}”`}
      trigger={
        <IconButton label={`More about “${shortly(point)}”`} size="s" id={`menu-${point.id}`}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
    >
      {abilities.arrange && (
        <MoveMenuItems
          isFirst={at === 0}
          isLast={at === count - 1}
          onMoveUp={() => moveTo(at - 1)}
          onMoveDown={() => moveTo(at + 1)}
        />
      )}
      {abilities.arrange && (
        <MenuItem icon={<CalendarClock size={15} aria-hidden />} onAction={() => open('later')}>
          Later
        </MenuItem>
      )}
      {abilities.edit && (
        <MenuItem icon={<PenLine size={15} aria-hidden />} onAction={() => open('edit')}>
          Edit
        </MenuItem>
      )}
      {abilities.edit && (
        <MenuItem
          icon={<Repeat size={15} aria-hidden />}
          onAction={() => void acts.recur(point, !point.recurring)}
        >
          {point.recurring ? 'Not every time' : 'Every time'}
        </MenuItem>
      )}
      {(abilities.arrange || point.hasPrivateNote) && (
        <MenuItem
          icon={<Lock size={15} aria-hidden />}
          hint="Nobody else ever reads it"
          onAction={() => open('note')}
        >
          Private note
        </MenuItem>
      )}
      {abilities.drop && <MenuLine />}
      {abilities.drop && (
        <MenuItem
          look="danger"
          icon={point.shared ? <Ban size={15} aria-hidden /> : <Trash2 size={15} aria-hidden />}
          onAction={() =>
            afterMenu(() => {
              acts.drop(point);
              focusNear(at);
            })
          }
        >
          {point.shared ? 'Drop it' : 'Delete it'}
        </MenuItem>
      )}
    </MenuButton>
  );
}
