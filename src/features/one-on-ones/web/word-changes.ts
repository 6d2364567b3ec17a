export interface Piece {
  text: string;
  how: 'same' | 'added' | 'removed';
}

/** Beyond this many words on both sides together the two texts are shown whole instead. */
const mostWords = 1200;

/** What to strike out and what to put in, word by word, to get from one text to the other. Null where they are too long. */
export function wordChanges(before: string, after: string): Piece[] | null {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length + b.length > mostWords) return null;
  const common = commonLengths(a, b);
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && isSame(a[i], b[j])) {
      push(pieces, 'same', b[j++] ?? '');
      i += 1;
    } else if (j < b.length && (i === a.length || at(common, i, j + 1) > at(common, i + 1, j))) {
      push(pieces, 'added', b[j++] ?? '');
    } else {
      push(pieces, 'removed', a[i++] ?? '');
    }
  }
  return pieces;
}

/** Words with the white space after them, so that joining them gives the text again. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/gu) ?? [];
}

/** A space more or less is no change that anybody has to read. */
function isSame(one = '', other = ''): boolean {
  return one.trim() === other.trim();
}

/** Length of the longest common run of words of the two rests, from every pair of places. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = rows[i];
      if (row === undefined) continue;
      row[j] = isSame(a[i], b[j])
        ? at(rows, i + 1, j + 1) + 1
        : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  }
  return rows;
}

function at(rows: readonly Uint16Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

function push(pieces: Piece[], how: Piece['how'], text: string): void {
  const last = pieces.at(-1);
  if (last?.how === how) last.text += text;
  else pieces.push({ how, text });
}
