import { Ellipsis, Trash2 } from 'lucide-react';
import { IconButton } from '../../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuLine } from '../../../../web/ui/menu.tsx';
import { MoveMenuItems } from '../../../../web/ui/move-menu-items.tsx';
import { untitledSection } from '../../domain/document.ts';
import type { Section } from '../../domain/sections.ts';
import { useEditing } from './editor-context.ts';
import { elementId, focusSoon } from './focus.ts';

export function SectionMenu({ section }: { section: Section }) {
  const { sections, structure } = useEditing();
  const at = sections.findIndex(({ id }) => id === section.id);
  const name = section.title || untitledSection;

  function move(toIndex: number) {
    structure.moveSection(section.id, toIndex);
    focusSoon(elementId.sectionMenu(section.id));
  }
  return (
    <MenuButton
      label={name}
      trigger={
        <IconButton id={elementId.sectionMenu(section.id)} size="s" label={`Move or remove: ${name}`}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
    >
      <MoveMenuItems
        isFirst={at === 0}
        isLast={at === sections.length - 1}
        onMoveUp={() => move(at - 1)}
        onMoveDown={() => move(at + 1)}
      />
      <MenuLine />
      <MenuItem
        look="danger"
        icon={<Trash2 size={15} aria-hidden />}
        {...(section.items.length > 0 && { hint: `With its ${countOf(section.items.length)}` })}
        onAction={() => structure.removeSection(section.id)}
      >
        Remove section
      </MenuItem>
    </MenuButton>
  );
}

function countOf(items: number): string {
  return items === 1 ? 'item' : `${items} items`;
}
