/** The list with `id` at `position`, counted from 0; last where none is given or it lies beyond the end. */
export function placedAt(others: readonly string[], id: string, position: number | undefined): string[] {
  const at = Math.min(position ?? others.length, others.length);
  return [...others.slice(0, at), id, ...others.slice(at)];
}
