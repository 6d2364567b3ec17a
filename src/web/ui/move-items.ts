/** A copy of the list with the item of that id at `toIndex` (counted in the list without it). */
export function moveItem<Item extends { id: string }>(
  items: readonly Item[],
  id: string,
  toIndex: number,
): Item[] {
  const moved = items.find((item) => item.id === id);
  if (moved === undefined) return [...items];
  const rest = items.filter((item) => item !== moved);
  const at = Math.max(0, Math.min(toIndex, rest.length));
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}
