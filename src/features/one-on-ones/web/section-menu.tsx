import { Ellipsis, PenLine, Trash2 } from 'lucide-react';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuLine } from '../../../web/ui/menu.tsx';
import { MoveMenuItems } from '../../../web/ui/move-menu-items.tsx';
import type { Section } from '../contract.ts';
import { isBrought } from '../domain/given.ts';
import { afterMenu } from '../../../web/ui/after-menu.ts';
import { useRecord } from './record-context.ts';
import styles from './structure-menu.module.css';
import { focusMenuOf } from './structure/use-move-keys.ts';

/** Apart: who only reads never loads it. */
export default function SectionMenu({ section, onRename }: { section: Section; onRename: () => void }) {
  const { record, consent, structure } = useRecord();
  const ids = record.sections.map(({ id }) => id);
  const at = ids.indexOf(section.id);
  const hasBrought = section.items.some(isBrought);

  const inTurn = (action: () => void) => afterMenu(() => consent.run(section.id, action));

  function moveTo(position: number) {
    inTurn(() => {
      structure.moveSection(section.id, position);
      focusMenuOf(section.id);
    });
  }
  function remove() {
    inTurn(() => {
      structure.removeSection(section);
      focusMenuOf(ids[at + 1] ?? ids[at - 1] ?? '');
    });
  }
  return (
    <span className={styles.menu}>
      <MenuButton
        label={`Change section “${section.title}”`}
        trigger={
          <IconButton id={`menu-${section.id}`} size="s" label={`Change this section: ${section.title}`}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<PenLine size={15} aria-hidden />} onAction={() => inTurn(onRename)}>
          Rename
        </MenuItem>
        <MoveMenuItems
          isFirst={at === 0}
          isLast={at === ids.length - 1}
          onMoveUp={() => moveTo(at - 1)}
          onMoveDown={() => moveTo(at + 1)}
        />
        {!hasBrought && <MenuLine />}
        {!hasBrought && (
          <MenuItem look="danger" icon={<Trash2 size={15} aria-hidden />} onAction={remove}>
            Remove with its items
          </MenuItem>
        )}
      </MenuButton>
    </span>
  );
}
