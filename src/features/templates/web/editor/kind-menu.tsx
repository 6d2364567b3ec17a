import { BareButton } from '../../../../web/ui/bare-button.tsx';
import { MenuButton } from '../../../../web/ui/menu.tsx';
import type { Item } from '../../domain/sections.ts';
import { kindWords } from '../kind-words.ts';
import { useEditing } from './editor-context.ts';
import { KindChoices } from './kind-choices.tsx';
import styles from './kind-menu.module.css';

/** What an item is, and what else it could be. */
export function KindMenu({ item }: { item: Item }) {
  const { structure } = useEditing();
  const { label, Icon } = kindWords[item.kind];
  return (
    <MenuButton
      label="Kind of item"
      placement="bottom start"
      trigger={
        <BareButton className={styles.kind} aria-label={`${label}. Change the kind`}>
          <Icon size={16} aria-hidden />
        </BareButton>
      }
    >
      <KindChoices now={item.kind} onChoose={(kind) => structure.changeItem(item.id, { kind })} />
    </MenuButton>
  );
}
