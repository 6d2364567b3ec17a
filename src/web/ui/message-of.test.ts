import { describe, expect, it } from 'vitest';
import { Problem } from '../../shared/problems.ts';
import { messageOf } from './message-of.ts';
import { Sentence } from './sentence.ts';

describe('what went wrong, in words', () => {
  it.each([
    ['what the page itself says', new Sentence('Write something first.'), 'Write something first.'],
    [
      'what the server says',
      new Problem('conflict', { detail: 'Somebody was first.' }),
      'Somebody was first.',
    ],
    [
      'what the server says of fields',
      new Problem('invalid', {
        errors: [{ path: 'rule.startsOn', message: 'Choose a day within two years.' }],
      }),
      'Choose a day within two years.',
    ],
  ])('is %s', (_, error, words) => expect(messageOf(error)).toBe(words));

  it('is nothing that a fault of the program says', () => {
    expect(messageOf(new TypeError('x is undefined'))).toContain('Something went wrong in this page');
  });
});
