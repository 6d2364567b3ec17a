import type { ReactNode } from 'react';
import { LoadsOnUse } from './loads-on-use.tsx';
import type { MenuButtonProps, MenuItemProps } from './menu-loaded.tsx';

type Loaded = typeof import('./menu-loaded.tsx');
let loaded: Loaded | undefined;

async function load(): Promise<void> {
  loaded ??= await import('./menu-loaded.tsx');
}

/** A button that opens a menu; the menu's code comes when it is first used. */
export function MenuButton(props: MenuButtonProps) {
  return (
    <LoadsOnUse trigger={props.trigger} opens="menu" load={load} isLoaded={loaded !== undefined}>
      {(opensAtOnce) => loaded && <loaded.MenuButton {...props} opensAtOnce={opensAtOnce} />}
    </LoadsOnUse>
  );
}

// What stands in a menu is shown by a menu alone, whose code is there by then.

/** An action (`onAction`) or a way to a page (`href`). */
export function MenuItem(props: MenuItemProps) {
  return loaded && <loaded.MenuItem {...props} />;
}

export function MenuSection(props: { title: string; children: ReactNode }) {
  return loaded && <loaded.MenuSection {...props} />;
}

export function MenuLine() {
  return loaded && <loaded.MenuLine />;
}
