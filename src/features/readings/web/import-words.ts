import type { ReadingsImport, Written } from '../contract.ts';

const figures = new Intl.NumberFormat('en');

/** "3 to add, 1 to replace, 2 as they are"; of what there is none nothing is said. */
export function summaryWords(
  { added, replaced, unchanged, repeated }: Written,
  when: 'to-do' | 'done',
): string {
  const [add, replace] =
    when === 'done' ? (['added', 'replaced'] as const) : (['to add', 'to replace'] as const);
  const counts: [number, string][] = [
    [added, add],
    [replaced, replace],
    [unchanged, 'as they are'],
    [repeated, 'said again further down (the last one counts)'],
  ];
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${figures.format(count)} ${words}`);
  return parts.length === 0 ? 'no reading' : parts.join(', ');
}

const separators: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

const encodings: Record<ReadingsImport['read']['encoding'], string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Latin-1 (Windows-1252)',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

/** How a file was read: what looks wrong there explains what is wrong in the lines. */
export function readWords({ encoding, separator, decimal }: ReadingsImport['read']): string {
  const sign = decimal === ',' ? 'a comma' : 'a point';
  return `Read as ${encodings[encoding]}, separated by ${separators[separator] ?? separator}, with ${sign} before the decimals.`;
}

/** What is wrong in one sentence, and what to do about it. */
export function wrongWords({
  wrong,
  lines,
  faults,
}: Pick<ReadingsImport, 'wrong' | 'lines' | 'faults'>): string {
  const nothing = 'nothing is loaded before.';
  if (lines === 0) return `The file can’t be read. Mend its first line and choose it again; ${nothing}`;
  const first = faults.length < wrong ? ` The first ${faults.length} faults:` : '';
  const are = wrong === 1 ? 'is' : 'are';
  return `${figures.format(wrong)} of ${figures.format(lines)} lines ${are} wrong. Mend ${wrong === 1 ? 'it' : 'them'} in the file and choose it again; ${nothing}${first}`;
}
