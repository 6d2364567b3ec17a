import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

export const styles = ['regular', 'italic', 'bold', 'boldItalic'] as const;
export type Style = (typeof styles)[number];

interface Face {
  /** Its name in the document. */
  name: string;
  bytes: Buffer;
  has: (code: number) => boolean;
}

const find = createRequire(import.meta.url);
const interSubsets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese', 'cyrillic-ext'];
const interWeights: Record<Style, string> = {
  regular: '400-normal',
  italic: '400-italic',
  bold: '600-normal',
  boldItalic: '600-italic',
};
const dejaVuNames: Record<Style, string> = {
  regular: 'DejaVuSans',
  italic: 'DejaVuSans-Oblique',
  bold: 'DejaVuSans-Bold',
  boldItalic: 'DejaVuSans-BoldOblique',
};

/** Inter as on the screen; what it does not know in DejaVu Sans, which knows most other alphabets. */
function filesOf(style: Style): string[] {
  return [
    // Not .woff2: fontkit fails to embed composed letters from it.
    ...interSubsets.map((subset) => `@fontsource/inter/files/inter-${subset}-${interWeights[style]}.woff`),
    `dejavu-fonts-ttf/ttf/${dejaVuNames[style]}.ttf`,
  ];
}

const loaded = new Map<Style, Promise<Face[]>>();

async function load(style: Style): Promise<Face[]> {
  return Promise.all(
    filesOf(style).map(async (file, at) => {
      const bytes = await readFile(find.resolve(file));
      const font = create(bytes);
      return { name: `${style} ${at}`, bytes, has: (code: number) => font.hasGlyphForCodePoint(code) };
    }),
  );
}

/** A piece of text in one font. */
export interface Piece {
  text: string;
  font: string;
}

export interface Fonts {
  /** Splits a text into what one font can draw; what none can becomes a box. */
  pieces: (text: string, style: Style) => Piece[];
  bytesOf: (font: string) => Buffer;
  /** Whether a box had to be drawn. */
  hasBoxes: () => boolean;
}

/** Joins, variants and marks of direction: drawn by nothing. */
const invisible = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\p{VS}\ufeff]/gu;
const box = '\u25a1';

export async function openFonts(): Promise<Fonts> {
  const faces = new Map<Style, Face[]>();
  for (const style of styles) {
    const known = loaded.get(style) ?? load(style);
    loaded.set(style, known);
    faces.set(style, await known);
  }
  const all = [...faces.values()].flat();
  let boxes = 0;
  return {
    pieces: (text, style) => {
      const those = faces.get(style) ?? [];
      const pieces: Piece[] = [];
      for (const character of text.replaceAll(/\s+/g, ' ').replaceAll(invisible, '')) {
        const face = those.find(({ has }) => has(character.codePointAt(0) ?? 0));
        if (face === undefined) boxes += 1;
        const font = face?.name ?? those.at(-1)?.name ?? '';
        const last = pieces.at(-1);
        const drawn = face === undefined ? box : character;
        // A space stands in whatever font is being written: fewer pieces, and words keep together.
        if (last !== undefined && (last.font === font || character === ' ')) last.text += drawn;
        else pieces.push({ text: drawn, font });
      }
      return pieces;
    },
    bytesOf: (font) => all.find(({ name }) => name === font)?.bytes ?? Buffer.alloc(0),
    hasBoxes: () => boxes > 0,
  };
}
