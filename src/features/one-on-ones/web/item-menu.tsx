import { ArrowDown, ArrowRight, ArrowUp, ChartLine, Ellipsis, PenLine, Trash2 } from 'lucide-react';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuLine, MenuSection } from '../../../web/ui/menu.tsx';
import { isMeasured } from '../../templates/domain/items.ts';
import type { Item } from '../contract.ts';
import { isBrought } from '../domain/given.ts';
import { afterMenu } from '../../../web/ui/after-menu.ts';
import { useRecord } from './record-context.ts';
import styles from './structure-menu.module.css';
import { placeOfItem, stepFrom } from './structure/rearrange.ts';
import { altKey, focusMenuOf, useMoveItem } from './structure/use-move-keys.ts';

interface ItemMenuProps {
  item: Item;
  onReword: () => void;
  /** Of a KPI or a target. */
  onMeasure: () => void;
}

/** Apart: who only reads never loads it. */
export default function ItemMenu({ item, onReword, onMeasure }: ItemMenuProps) {
  const { record, consent, structure } = useRecord();
  const moveBy = useMoveItem(item.id);
  const sectionId = placeOfItem(record, item.id)?.sectionId;
  // What the meeting brought in keeps its words.
  const isOurs = !isBrought(item);
  const others = record.sections.filter(({ id }) => id !== sectionId && !structure.isRemoved(id));

  const inTurn = (action: () => void) => afterMenu(() => consent.run(item.id, action));

  function moveTo(section: (typeof others)[number]) {
    inTurn(() => {
      structure.moveItem(item.id, { sectionId: section.id, position: section.items.length });
      focusMenuOf(item.id);
    });
  }
  function remove() {
    inTurn(() => {
      const ids = record.sections.flatMap(({ items }) => items.map(({ id }) => id));
      const at = ids.indexOf(item.id);
      structure.removeItem(item.id, item.prompt);
      focusMenuOf(ids[at + 1] ?? ids[at - 1] ?? sectionId ?? '');
    });
  }
  return (
    <span className={styles.menu}>
      <MenuButton
        label={`Change “${item.prompt}”`}
        trigger={
          <IconButton id={`menu-${item.id}`} size="s" label={`Change this item: ${item.prompt}`}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
      >
        {isOurs && (
          <MenuItem icon={<PenLine size={15} aria-hidden />} onAction={() => inTurn(onReword)}>
            Reword
          </MenuItem>
        )}
        {isMeasured(item.kind) && (
          <MenuItem icon={<ChartLine size={15} aria-hidden />} onAction={() => inTurn(onMeasure)}>
            Choose another number
          </MenuItem>
        )}
        <MenuItem
          icon={<ArrowUp size={15} aria-hidden />}
          shortcut={altKey('↑')}
          isDisabled={stepFrom(record, item.id, -1) === null}
          onAction={() => afterMenu(() => moveBy(-1))}
        >
          Move up
        </MenuItem>
        <MenuItem
          icon={<ArrowDown size={15} aria-hidden />}
          shortcut={altKey('↓')}
          isDisabled={stepFrom(record, item.id, 1) === null}
          onAction={() => afterMenu(() => moveBy(1))}
        >
          Move down
        </MenuItem>
        {others.length > 0 && (
          <MenuSection title="Move to section">
            {others.map((section) => (
              <MenuItem
                key={section.id}
                icon={<ArrowRight size={15} aria-hidden />}
                onAction={() => moveTo(section)}
              >
                {section.title}
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {isOurs && <MenuLine />}
        {isOurs && (
          <MenuItem look="danger" icon={<Trash2 size={15} aria-hidden />} onAction={remove}>
            Remove
          </MenuItem>
        )}
      </MenuButton>
    </span>
  );
}
