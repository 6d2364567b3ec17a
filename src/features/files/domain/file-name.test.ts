import { describe, expect, it } from 'vitest';
import { attachmentHeader, fileName } from './file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['Notes.pdf', 'Notes.pdf'],
    ['Übersicht ☃ 2026.xlsx', 'Übersicht ☃ 2026.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\maya\\plan.docx', 'plan.docx'],
    ['folder/', 'folder'],
    ['a\r\nSet-Cookie: x=1', 'aSet-Cookie: x=1'],
    ['say %22hi%22%0D%0A.txt', 'say "hi" .txt'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['zero\u200bwidth\u0000.txt', 'zerowidth.txt'],
    ['half \ud800 pair.txt', 'half \ufffd pair.txt'],
    ['  much    space .txt  ', 'much space .txt'],
    ['', 'file'],
    ['..', 'file'],
    ['/', 'file'],
    ['\u202e', 'file'],
    ['.env', '.env'],
  ])('%j becomes %j', (sent, name) => {
    expect(fileName(sent)).toBe(name);
  });

  it('is at most 255 characters long, with its extension', () => {
    expect(fileName(`${'é'.repeat(300)}.jpeg`)).toBe(`${'é'.repeat(250)}.jpeg`);
    expect(Array.from(fileName(`${'😀'.repeat(300)}.png`))).toHaveLength(255);
    expect(fileName(`a.${'b'.repeat(300)}`)).toHaveLength(255);
    expect(fileName(`${'x'.repeat(251)}.txt`)).toHaveLength(255);
  });

  it('leaves in a header that nothing in it can break', () => {
    expect(attachmentHeader('Notes.pdf')).toBe(
      `attachment; filename="Notes.pdf"; filename*=UTF-8''Notes.pdf`,
    );
    expect(attachmentHeader(`é "x"; \\ %41 '(*).txt`)).toBe(
      `attachment; filename="_ _x__ _ _41 '(*).txt"; filename*=UTF-8''%C3%A9%20%22x%22%3B%20%5C%20%2541%20%27%28%2A%29.txt`,
    );
  });
});
