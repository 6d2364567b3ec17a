import { describe, expect, it } from 'vitest';
import { tallyInWords } from './follow-up-words.ts';

const none = { doneOnTime: 0, doneLate: 0, open: 0, overdue: 0, byMeeting: [] };

describe('how the two follow up, in words', () => {
  it.each([
    [
      { doneOnTime: 11, doneLate: 3, open: 3, overdue: 1 },
      '14 of 18 done, 11 of them on time. 3 open, 1 past its day.',
    ],
    [{ doneOnTime: 4 }, '4 of 4 done, all on time.'],
    [{ doneOnTime: 1, open: 1 }, '1 of 2 done, on time. 1 open.'],
    [{ doneLate: 2 }, '2 of 2 done.'],
    [{ overdue: 2 }, '0 of 2 done. 2 past their day.'],
  ])('%o', (tally, words) => {
    expect(tallyInWords({ ...none, ...tally })).toBe(words);
  });
});
