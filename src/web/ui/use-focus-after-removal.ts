import { useEffect, useRef } from 'react';

/**
 * For a list whose rows have a button that removes them. Call `removing(index)` before; when the row is gone, the
 * focus goes to the button of the row that took its place, else to what comes after the list inside `ref`.
 */
export function useFocusAfterRemoval(length: number) {
  const ref = useRef<HTMLDivElement>(null);
  const leaving = useRef<{ index: number; length: number } | null>(null);
  useEffect(() => {
    const left = leaving.current;
    if (left === null || length >= left.length) return;
    leaving.current = null;
    const targets = ref.current?.querySelectorAll<HTMLElement>('li button, li ~ button, input');
    targets?.[Math.min(left.index, targets.length - 1)]?.focus();
  }, [length]);
  return {
    ref,
    removing: (index: number) => {
      leaving.current = { index, length };
    },
  };
}
