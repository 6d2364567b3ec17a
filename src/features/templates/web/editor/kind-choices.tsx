import { MenuItem } from '../../../../web/ui/menu.tsx';
import { canBeBrought, itemKinds, type ItemKind } from '../../domain/items.ts';
import { kindWords } from '../kind-words.ts';
import { useEditing } from './editor-context.ts';

interface KindChoicesProps {
  /** Of the item that is changed. */
  now?: ItemKind;
  onChoose: (kind: ItemKind) => void;
}

/** What an item can be; what the meeting fills stands in a template once. */
export function KindChoices({ now, onChoose }: KindChoicesProps) {
  const { sections } = useEditing();
  const taken = new Set(sections.flatMap(({ items }) => items.map(({ kind }) => kind)));
  return itemKinds.map((kind) => {
    const { label, hint, Icon } = kindWords[kind];
    const isTaken = kind !== now && canBeBrought(kind) && taken.has(kind);
    return (
      <MenuItem
        key={kind}
        icon={<Icon size={15} aria-hidden />}
        hint={isTaken ? 'In this template already' : hint}
        isDisabled={isTaken}
        onAction={() => onChoose(kind)}
      >
        {label}
      </MenuItem>
    );
  });
}
