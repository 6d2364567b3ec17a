/** A pattern for ILIKE that finds the words anywhere, taken literally. */
export function containing(words: string): string {
  return `%${words.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
