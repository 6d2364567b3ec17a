import { describe, expect, it } from 'vitest';
import { namesInArchive } from './names-in-archive.ts';

describe('a name in an archive', () => {
  it.each([
    ['offer.pdf', 'offer.pdf'],
    ['../../etc/passwd', 'passwd'],
    [String.raw`C:\windows\system.ini`, 'system.ini'],
    ['what: "now"?.txt', 'what- -now--.txt'],
    ['con.txt', '_con.txt'],
    ['NUL', '_NUL'],
    ['ends with dots...', 'ends with dots'],
    ['line\r\nbreak\u202Egpj.exe', 'linebreakgpj.exe'],
    ['..', 'file'],
  ])('of %j is %j', (wanted, name) => {
    expect(namesInArchive()(wanted)).toBe(name);
  });

  it('is nobody else’s in its folder, whatever the case', () => {
    const nameOf = namesInArchive();
    expect(['a.md', 'A.md', 'a.md', 'a (2).md'].map(nameOf)).toEqual([
      'a.md',
      'A (2).md',
      'a (3).md',
      'a (2) (2).md',
    ]);
  });

  it('is short enough to unpack, and keeps its extension', () => {
    const name = namesInArchive()(`${'ä'.repeat(300)}.pdf`);
    expect(Array.from(name)).toHaveLength(104);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});
