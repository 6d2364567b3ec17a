import type { KeyboardEvent } from 'react';
import { useRecord } from '../record-context.ts';
import { stepFrom } from './rearrange.ts';

/** As one reads it on this machine: ⌥↑ or Alt ↑. */
export function altKey(key: string): string {
  return /Mac|iP(?:hone|ad|od)/.test(navigator.platform) ? `⌥${key}` : `Alt ${key}`;
}

/** Alt with an arrow moves an item, unless one is writing in it. */
export function useMoveKeys(itemId: string): (event: KeyboardEvent) => void {
  const moveBy = useMoveItem(itemId);
  return (event) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (by === null || !event.altKey || isWriting(event.target)) return;
    event.preventDefault();
    // Before a menu button sees it, which would open.
    event.stopPropagation();
    moveBy(by);
  };
}

export function useMoveItem(itemId: string): (by: -1 | 1) => void {
  const { record, consent, structure } = useRecord();
  return (by) => {
    const place = stepFrom(record, itemId, by);
    if (place === null || !record.abilities.edit) return;
    consent.run(itemId, () => {
      structure.moveItem(itemId, place);
      focusMenuOf(itemId);
    });
  };
}

/** Where the focus goes after an item has moved or a neighbour has gone: to its menu. */
export function focusMenuOf(id: string): void {
  setTimeout(() => {
    const menu = document.getElementById(`menu-${id}`);
    menu?.focus();
    menu?.scrollIntoView({ block: 'nearest' });
  }, 60);
}

function isWriting(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
