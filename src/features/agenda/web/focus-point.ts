/** Rows are drawn a moment after their data. */
function soon(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}

export function focusMenuOf(id: string): void {
  soon(() => document.querySelector<HTMLElement>(`[id="menu-${id}"]`)?.focus());
}

/** Where a point has left the list: the one that took its place, else the last one, else the field for a new one. */
export function focusNear(at: number): void {
  soon(() => {
    const menus = document.querySelectorAll<HTMLElement>('#agenda [id^="menu-"]');
    const next = menus[Math.min(at, menus.length - 1)];
    (next ?? document.querySelector<HTMLElement>('#agenda form textarea'))?.focus();
  });
}
