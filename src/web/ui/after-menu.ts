/**
 * A menu gives the focus back to its button when it has closed. What takes the focus itself (a field, a question) must
 * come after that, or it would lose it again.
 */
export function afterMenu(run: () => void): void {
  const isOpen = () => document.querySelector('[role="menu"]') !== null;
  let frames = 0;
  const look = () => {
    frames += 1;
    if (isOpen() && frames < 60) requestAnimationFrame(look);
    else requestAnimationFrame(() => requestAnimationFrame(run));
  };
  requestAnimationFrame(look);
}
