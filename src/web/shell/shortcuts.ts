import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

interface Shortcut {
  /** `mod+k` (⌘ on Apple's, Ctrl elsewhere), or one character. */
  keys: string;
  label: string;
  run: () => void;
}

let shortcuts: readonly Shortcut[] = [];
const listeners = new Set<() => void>();
const settingName = 'duologue-single-key-shortcuts';

const isApple = /Mac|iP(?:hone|ad|od)/.test(globalThis.navigator?.platform ?? '');

/** As one reads it on this machine: ⌘K or Ctrl K. */
export function shortcutText(keys: string): string {
  const parts = keys
    .split('+')
    .map((part) => (part === 'mod' ? (isApple ? '⌘' : 'Ctrl') : part === 'enter' ? '↵' : part.toUpperCase()));
  return parts.join(isApple ? '' : ' ');
}

/** A shortcut for as long as the component is shown; it appears in the list of shortcuts. */
export function useShortcut(keys: string, label: string, run: () => void): void {
  const latest = useEffectEvent(run);
  useEffect(() => {
    const shortcut = { keys, label, run: () => latest() };
    change([...shortcuts, shortcut]);
    return () => change(shortcuts.filter((other) => other !== shortcut));
  }, [keys, label]);
}

export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => shortcuts);
}

function change(next: readonly Shortcut[]): void {
  shortcuts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shortcuts of one character can be switched off (WCAG 2.1.4): speech input would set them off. */
export function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem(settingName) !== 'off';
  } catch {
    return true;
  }
}

export function switchSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(settingName, on ? 'on' : 'off');
  } catch {
    // Without storage the setting lasts as long as the page.
  }
}

export function listenToKeys(): () => void {
  globalThis.addEventListener('keydown', handleKey);
  return () => globalThis.removeEventListener('keydown', handleKey);
}

function handleKey(event: KeyboardEvent): void {
  // Browsers that fill in a form send key events without a key.
  if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.isComposing || event.altKey)
    return;
  const mod = isApple ? event.metaKey : event.ctrlKey;
  const isSingle = !event.metaKey && !event.ctrlKey;
  if (isSingle && (isTyping(event.target) || hasOverlay() || !singleKeysAreOn())) return;
  const keys = (mod ? 'mod+' : '') + event.key.toLowerCase();
  const shortcut = shortcuts.findLast((candidate) => candidate.keys === keys);
  if (shortcut === undefined || (!isSingle && !mod)) return;
  event.preventDefault();
  shortcut.run();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

function hasOverlay(): boolean {
  return (
    document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null
  );
}
