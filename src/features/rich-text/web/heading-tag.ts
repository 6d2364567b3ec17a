const tags = { 1: 'h4', 2: 'h5', 3: 'h6' } as const;

/** The page's title, its sections and its items have the first three levels. */
export function headingTag(level: 1 | 2 | 3): 'h4' | 'h5' | 'h6' {
  return tags[level];
}
