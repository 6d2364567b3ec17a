import { describe, expect, it } from 'vitest';
import { isBold, isItalic, isNormal, withoutInlineStyles } from './clipboard.ts';

describe('pasted HTML', () => {
  it.each([
    ['keeps styles as data', '<p style="color:red">a</p>', '<p data-style="color:red">a</p>'],
    [
      'in every tag',
      '<b STYLE=x><i class="a" style=\'y\'>a</i></b>',
      '<b data-style=x><i class="a" data-style=\'y\'>a</i></b>',
    ],
    [
      'takes handlers away',
      '<img src=x onerror=alert(1) onclick="a()">',
      '<img src=x data-onerror=alert(1) data-onclick="a()">',
    ],
    ['leaves words alone', '<p>write style="a" or onclick="b"</p>', '<p>write style="a" or onclick="b"</p>'],
    ['leaves other names alone', '<p data-style="a" lang="on">a</p>', '<p data-style="a" lang="on">a</p>'],
  ])('%s', (_, html, expected) => {
    expect(withoutInlineStyles(html)).toBe(expected);
  });

  it.each([
    ['font-weight:700', 'bold'],
    ['color:red;font-weight: bold', 'bold'],
    ['font-weight:normal', 'normal'],
    ['font-weight:400', 'normal'],
    ['font-style:italic', 'italic'],
    ['font-style:normal;color:red', ''],
  ])('reads %s as %s', (style, expected) => {
    const read = [isBold(style) && 'bold', isNormal(style) && 'normal', isItalic(style) && 'italic'];
    expect(read.filter(Boolean).join(' ')).toBe(expected);
  });
});
