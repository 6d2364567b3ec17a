import { ArrowLeftRight, ArrowRight, Ellipsis, Trash2 } from 'lucide-react';
import { IconButton } from '../../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuLine, MenuSection } from '../../../../web/ui/menu.tsx';
import { MoveMenuItems } from '../../../../web/ui/move-menu-items.tsx';
import { untitledSection } from '../../domain/document.ts';
import { placeOfItem, stepOfItem } from '../../domain/edit-sections.ts';
import type { ItemPlace } from '../../domain/edit-sections.ts';
import { canBeAnsweredBy } from '../../domain/items.ts';
import type { Item } from '../../domain/sections.ts';
import { answererWords } from '../answerer-words.ts';
import { useEditing } from './editor-context.ts';
import { elementId, focusSoon } from './focus.ts';

/** The way to move and remove an item without dragging. */
export function ItemMenu({ item }: { item: Item }) {
  const { sections, structure } = useEditing();
  const up = stepOfItem(sections, item.id, -1);
  const down = stepOfItem(sections, item.id, 1);
  const here = placeOfItem(sections, item.id)?.sectionId;
  const others = sections.filter(({ id }) => id !== here);

  const asked = item.answeredBy ?? 'manager';
  const other = asked === 'manager' ? 'employee' : 'manager';

  function move(to: ItemPlace | null) {
    if (to === null) return;
    structure.moveItem(item.id, to);
    focusSoon(elementId.itemMenu(item.id));
  }
  return (
    <MenuButton
      label={item.prompt || 'Item'}
      trigger={
        <IconButton
          id={elementId.itemMenu(item.id)}
          size="s"
          label={`Move or remove: ${item.prompt || 'item'}`}
        >
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
    >
      <MoveMenuItems
        isFirst={up === null}
        isLast={down === null}
        onMoveUp={() => move(up)}
        onMoveDown={() => move(down)}
      />
      {canBeAnsweredBy(item.kind, 'employee') && (
        <MenuItem
          icon={<ArrowLeftRight size={15} aria-hidden />}
          hint={`Now: ${answererWords[asked]}`}
          onAction={() => structure.changeItem(item.id, { answeredBy: other })}
        >
          {`Answered by ${answererWords[other]}`}
        </MenuItem>
      )}
      {others.length > 0 && (
        <MenuSection title="Move to section">
          {others.map((section) => (
            <MenuItem
              key={section.id}
              icon={<ArrowRight size={15} aria-hidden />}
              onAction={() => move({ sectionId: section.id, index: section.items.length })}
            >
              {section.title || untitledSection}
            </MenuItem>
          ))}
        </MenuSection>
      )}
      <MenuLine />
      <MenuItem
        look="danger"
        icon={<Trash2 size={15} aria-hidden />}
        onAction={() => structure.removeItem(item.id)}
      >
        Remove
      </MenuItem>
    </MenuButton>
  );
}
