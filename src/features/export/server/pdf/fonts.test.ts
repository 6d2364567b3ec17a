import { expect, it } from 'vitest';
import { openFonts } from './fonts.ts';

it('draws words in Inter, other alphabets in what knows them, and the rest as boxes that are told', async () => {
  const fonts = await openFonts();
  expect(fonts.pieces('déjà vu Łódź', 'regular')).toEqual([
    { text: 'déjà vu ', font: 'regular 0' },
    { text: 'Ł', font: 'regular 1' },
    { text: 'ód', font: 'regular 0' },
    { text: 'ź', font: 'regular 1' },
  ]);
  expect(fonts.pieces('Привет, Ελλάδα', 'bold').map(({ font }) => font.split(' ')[0])).not.toContain(
    'regular',
  );
  expect(fonts.pieces('שלום ☃ ქართული', 'italic').every(({ font }) => font === 'italic 6')).toBe(true);
  expect(fonts.pieces('a\u0000\u202eb\tc', 'regular')).toEqual([{ text: 'ab c', font: 'regular 0' }]);
  expect(fonts.hasBoxes()).toBe(false);
  expect(
    fonts
      .pieces('中文 字', 'regular')
      .map(({ text }) => text)
      .join(''),
  ).toBe('□□ □');
  expect(fonts.hasBoxes()).toBe(true);
});
