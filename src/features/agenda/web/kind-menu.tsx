import { FactButton } from '../../../web/ui/fact-button.tsx';
import { MenuButton, MenuItem } from '../../../web/ui/menu.tsx';
import { pointKinds, type PointKind } from '../domain/points.ts';
import { kindWords } from './kind-words.ts';

interface KindMenuProps {
  kind: PointKind;
  onChange: (kind: PointKind) => void;
}

/** What sort of point it is. */
export function KindMenu({ kind, onChange }: KindMenuProps) {
  const { Icon, name } = kindWords[kind];
  return (
    <MenuButton
      label="Kind of point"
      placement="bottom start"
      trigger={
        <FactButton aria-label={`${name}: change the kind`}>
          <Icon size={15} aria-hidden />
          {name}
        </FactButton>
      }
    >
      {pointKinds.map((each) => {
        const words = kindWords[each];
        return (
          <MenuItem
            key={each}
            icon={<words.Icon size={15} aria-hidden />}
            hint={words.example}
            onAction={() => onChange(each)}
          >
            {words.name}
          </MenuItem>
        );
      })}
    </MenuButton>
  );
}
