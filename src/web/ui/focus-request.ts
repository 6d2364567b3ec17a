let requested = false;

/** After a navigation: the next page title that appears takes the focus. */
export function requestFocus(): void {
  requested = true;
}

/** True once after a request, unless the person has gone on into a field by then. */
export function takeFocusRequest(): boolean {
  if (!requested) return false;
  requested = false;
  const active = document.activeElement;
  return !(
    active instanceof HTMLInputElement ||
    active instanceof HTMLTextAreaElement ||
    active?.closest('[contenteditable]') instanceof HTMLElement
  );
}

/**
 * After a row with the focus is gone: the focus goes to the button of the row that took its place, or to the last
 * one, or to the next control after the list.
 */
export function focusAfterRemoval(list: HTMLElement, index: number): void {
  requestAnimationFrame(() => {
    const buttons = list.querySelectorAll<HTMLElement>('li button, input');
    buttons[Math.min(index, buttons.length - 1)]?.focus();
  });
}
