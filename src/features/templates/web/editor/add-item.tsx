import { Plus } from 'lucide-react';
import { Button } from '../../../../web/ui/button.tsx';
import { MenuButton } from '../../../../web/ui/menu.tsx';
import { untitledSection } from '../../domain/document.ts';
import { maxItems } from '../../domain/items.ts';
import type { Section } from '../../domain/sections.ts';
import styles from './add-item.module.css';
import { useEditing } from './editor-context.ts';
import { KindChoices } from './kind-choices.tsx';
import { elementId } from './focus.ts';

export function AddItem({ section }: { section: Section }) {
  const { structure } = useEditing();
  if (section.items.length >= maxItems) {
    return <p className={styles.full}>A section holds at most {maxItems} items.</p>;
  }
  return (
    <div className={styles.add}>
      <MenuButton
        label="Add an item"
        placement="bottom start"
        trigger={
          <Button
            id={elementId.addItem(section.id)}
            size="s"
            look="plain"
            aria-label={`Add an item to ${section.title || untitledSection}`}
          >
            <Plus size={15} aria-hidden />
            Add an item
          </Button>
        }
      >
        <KindChoices
          onChoose={(kind) => structure.addItem(kind, { sectionId: section.id, index: section.items.length })}
        />
      </MenuButton>
    </div>
  );
}
