import type { ReadingsImport, Written } from '../contract.ts';

const figures = new Intl.NumberFormat('en');

/** "3 to add, 1 to replace, 2 as they are". */
export function summaryWords(
  { added, replaced, unchanged, repeated }: Written,
  when: 'to-do' | 'done',
): string {
  const [add, replace] = when === 'done' ? ['added', 'replaced'] : ['to add', 'to replace'];
  const parts = [
    `${figures.format(added)} ${add}`,
    `${figures.format(replaced)} ${replace}`,
    `${figures.format(unchanged)} as they are`,
    ...(repeated > 0
      ? [`${figures.format(repeated)} said again further down, where the last one holds`]
      : []),
  ];
  return parts.join(', ');
}

const separators: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/** How a file was read: what looks wrong there explains what is wrong in the lines. */
export function readWords({ encoding, separator, decimal }: ReadingsImport['read']): string {
  const letters = encoding === 'utf-8' ? 'as UTF-8' : 'as Latin-1 (Windows-1252)';
  const sign = decimal === ',' ? 'a comma' : 'a point';
  return `Read ${letters}, separated by ${separators[separator] ?? separator}, with ${sign} before the decimals.`;
}
