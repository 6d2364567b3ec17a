import { describe, expect, it } from 'vitest';
import { summaryWords, wrongWords } from './import-words.ts';

const none = { added: 0, replaced: 0, unchanged: 0, repeated: 0 };

describe('what a file of readings would do', () => {
  it('says nothing of what there is none of', () => {
    expect(summaryWords({ ...none, replaced: 2, repeated: 1 }, 'to-do')).toBe(
      '2 to replace, 1 said again further down (the last one counts)',
    );
    expect(summaryWords({ ...none, added: 1200 }, 'done')).toBe('1,200 added');
    expect(summaryWords(none, 'done')).toBe('no reading');
  });

  it('says how much of it is wrong, and of a file without lines that its first one is', () => {
    const fault = { line: 3, column: 'value', message: 'No number.' } as const;
    expect(wrongWords({ wrong: 1, lines: 7, faults: [fault] })).toMatch(/^1 of 7 lines is wrong\. Mend it/);
    expect(wrongWords({ wrong: 3, lines: 7, faults: [fault] })).toMatch(/The first 1 faults:$/);
    expect(wrongWords({ wrong: 1, lines: 0, faults: [fault] })).toMatch(/^The file can’t be read/);
  });
});
