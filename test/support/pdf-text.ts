import { inflateSync } from 'node:zlib';

type Glyphs = ReadonlyMap<number, string>;

/**
 * What somebody reads who opens a PDF of ours, and what stands in it beside that: the words on its pages, which lie in
 * compressed streams as numbers of glyphs, and its strings (title, links). As far as our own writer goes, no further.
 */
export function pdfText(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  if (!raw.startsWith('%PDF-')) throw new Error('This is no PDF.');
  const objects = objectsIn(bytes, raw);
  const fonts = new Map<string, Glyphs>();
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '';
      fonts.set(name, glyphsIn(objects.get(unicode)?.stream ?? ''));
    }
  }
  const pages = [...objects.values()].map(({ stream }) => wordsOn(stream, fonts));
  const strings = [...objects.values()].map(({ head }) => stringsIn(head));
  return [...pages, ...strings].join('\n');
}

interface PdfObject {
  head: string;
  /** Unpacked; '' where there is none. */
  stream: string;
}

function objectsIn(bytes: Buffer, raw: string): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const found of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = found.index + found[0].length;
    const streamAt = raw.indexOf('\nstream\n', start);
    const endAt = raw.indexOf('endobj', start);
    const hasStream = streamAt >= 0 && streamAt < endAt;
    const head = raw.slice(start, hasStream ? streamAt : endAt);
    objects.set(found[1] ?? '', { head, stream: hasStream ? unpacked(bytes, head, streamAt + 8) : '' });
  }
  return objects;
}

function unpacked(bytes: Buffer, head: string, at: number): string {
  const data = bytes.subarray(at, at + Number(/\/Length (\d+)/.exec(head)?.[1]));
  return (head.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
}

/** From a font's ToUnicode map: what the numbers of its glyphs mean. */
function glyphsIn(map: string): Glyphs {
  const glyphs = new Map<number, string>();
  for (const [, from = '', , list = ''] of map.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    for (const [at, [, hex = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries()) {
      glyphs.set(Number.parseInt(from, 16) + at, utf16(hex.replaceAll(' ', '')));
    }
  }
  return glyphs;
}

function wordsOn(content: string, fonts: ReadonlyMap<string, Glyphs>): string {
  let glyphs: Glyphs | undefined;
  const words: string[] = [];
  for (const [, font, shown = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) {
      glyphs = fonts.get(font);
      continue;
    }
    const codes = [...shown.matchAll(/<(\w*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    words.push(codes.map((code) => glyphs?.get(Number.parseInt(code, 16)) ?? '\uFFFD').join(''));
  }
  return words.join('\n');
}

/** With a mark in front they are UTF-16, else as they stand. */
function stringsIn(head: string): string {
  const plain = [...head.matchAll(/\(((?:\\[^]|[^\\)])*)\)/g)].map(([, text = '']) => {
    const bare = text.replaceAll(/\\([^])/g, '$1');
    return bare.startsWith('\xfe\xff') ? utf16(Buffer.from(bare.slice(2), 'latin1').toString('hex')) : bare;
  });
  return plain.join('\n');
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}
