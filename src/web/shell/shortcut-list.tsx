import { useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Switch } from '../ui/switch.tsx';
import styles from './shortcut-list.module.css';
import { shortcutText, singleKeysAreOn, switchSingleKeys, useShortcuts } from './shortcuts.ts';

/** The shortcuts of the page one is on, and the switch for those of a single key. */
export default function ShortcutList({ onClose }: { onClose: () => void }) {
  const shortcuts = useShortcuts();
  const [areOn, setOn] = useState(singleKeysAreOn);
  return (
    <Dialog title="Keyboard shortcuts" isOpen onClose={onClose}>
      <dl className={styles.list}>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys}>
            <dt>{label}</dt>
            <dd>
              <Kbd>{shortcutText(keys)}</Kbd>
            </dd>
          </div>
        ))}
        <div>
          <dt>Go through messages at the bottom</dt>
          <dd>
            <Kbd>F6</Kbd>
          </dd>
        </div>
        <div>
          <dt>Move a row, from its handle</dt>
          <dd>
            <Kbd>↵</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd>
          </dd>
        </div>
      </dl>
      <Switch
        isSelected={areOn}
        onChange={(on) => {
          setOn(on);
          switchSingleKeys(on);
        }}
        hint="Switch off when you speak to your computer: a spoken letter would set them off."
      >
        Shortcuts of a single key
      </Switch>
    </Dialog>
  );
}
