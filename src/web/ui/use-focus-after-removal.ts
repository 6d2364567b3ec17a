import { useEffect, useRef } from 'react';

/**
 * For a list whose rows have a button that removes them. Call `removing(index)` before; when the row is gone, the
 * focus goes to the button of the row that took its place, else of the last one, else to the first field inside `ref`.
 */
export function useFocusAfterRemoval(length: number) {
  const ref = useRef<HTMLDivElement>(null);
  const leaving = useRef<{ index: number; length: number } | null>(null);
  useEffect(() => {
    const left = leaving.current;
    if (left === null || length >= left.length) return;
    leaving.current = null;
    const buttons = ref.current?.querySelectorAll<HTMLElement>('li button') ?? [];
    const next =
      buttons[Math.min(left.index, buttons.length - 1)] ??
      ref.current?.querySelector<HTMLElement>('input, button');
    next?.focus();
  }, [length]);
  return {
    ref,
    removing: (index: number) => {
      leaving.current = { index, length };
    },
  };
}
