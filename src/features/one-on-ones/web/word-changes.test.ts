import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordChanges, type Piece } from './word-changes.ts';

const without = (pieces: Piece[] | null, how: Piece['how']) =>
  (pieces ?? [])
    .filter((piece) => piece.how !== how)
    .map(({ text }) => text)
    .join(' ')
    .split(/\s+/u)
    .filter(Boolean);
const wordsOf = (text: string) => text.split(/\s+/u).filter(Boolean);

describe('what changed between two texts', () => {
  it('is shown word by word', () => {
    expect(wordChanges('Sam takes them on Monday', 'Sam takes them from Tuesday')).toEqual([
      { how: 'same', text: 'Sam takes them ' },
      { how: 'removed', text: 'on Monday' },
      { how: 'added', text: 'from Tuesday' },
    ]);
  });

  it('takes a sentence that was added for one, not for a change of the word before', () => {
    expect(wordChanges('Less notes.', 'Less notes. Sam calls.')).toEqual([
      { how: 'same', text: 'Less notes. ' },
      { how: 'added', text: 'Sam calls.' },
    ]);
  });

  it('gives the words of both texts back, without what was added and without what was removed', () => {
    const text = fc
      .array(fc.constantFrom('one ', 'two ', 'three\n', 'four', ' '))
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordChanges(before, after);
        expect(without(pieces, 'added')).toEqual(wordsOf(before));
        expect(without(pieces, 'removed')).toEqual(wordsOf(after));
      }),
    );
  });

  it('is not worked out for texts that nobody could compare by eye', () => {
    expect(wordChanges('word '.repeat(700), 'other '.repeat(700))).toBeNull();
  });
});
