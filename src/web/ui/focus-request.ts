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
