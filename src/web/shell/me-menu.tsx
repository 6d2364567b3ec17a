import { Keyboard, LogOut, MonitorSmartphone } from 'lucide-react';
import type { ComponentProps } from 'react';
import { MenuButton, MenuItem, MenuLine } from '../ui/menu.tsx';
import { messageOf } from '../ui/message-of.ts';
import { toast } from '../ui/toast.ts';
import { signOut } from './session.ts';

/** The menu at one's own name. */
export function MenuOfMe(props: Omit<ComponentProps<typeof MenuButton>, 'label'>) {
  return <MenuButton label="Me" {...props} />;
}

export function MeMenuItems({ onShortcuts }: { onShortcuts?: () => void }) {
  return (
    <>
      <MenuItem href="/account" icon={<MonitorSmartphone size={15} aria-hidden />}>
        My account
      </MenuItem>
      {onShortcuts !== undefined && (
        <MenuItem onAction={onShortcuts} icon={<Keyboard size={15} aria-hidden />} shortcut="?">
          Keyboard shortcuts
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem onAction={() => void leave()} icon={<LogOut size={15} aria-hidden />}>
        Sign out
      </MenuItem>
    </>
  );
}

async function leave() {
  try {
    await signOut();
  } catch (error) {
    toast(`You are still signed in on this device. ${messageOf(error)}`);
  }
}
