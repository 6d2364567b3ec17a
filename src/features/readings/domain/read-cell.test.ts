import { describe, expect, it } from 'vitest';
import { decimalOf, readDay, readNumber } from './read-cell.ts';

describe('a number in a file', () => {
  it.each([
    ['12', '.', 12],
    ['-3.5', '.', -3.5],
    ['+3.250', '.', 3.25],
    ['\u2212 7'.replace(' ', ''), '.', -7],
    ['-0', '.', 0],
    ['1234,5', ',', 1234.5],
    ['0.1000000', '.', 0.1],
    ['999999999999', '.', 999_999_999_999],
  ] as const)('%s with %s is %d', (text, decimal, value) => {
    expect(readNumber(text, decimal)).toEqual({ value });
  });

  it.each([
    ['', '.'],
    ['NaN', '.'],
    ['Infinity', '.'],
    ['1e400', '.'],
    ['1e5', '.'],
    ['0x10', '.'],
    ['1,234', '.'],
    ['1.234,5', ','],
    ['1 234', '.'],
    ['12.3456', '.'],
    ['1000000000000', '.'],
    ['twelve', '.'],
    ['٣', '.'],
  ] as const)('“%s” with %s is refused', (text, decimal) => {
    expect(readNumber(text, decimal)).toHaveProperty('fault');
  });
});

it('a number that could be a thousand asks which it is', () => {
  const asks = (sign: string) => ({
    fault: expect.stringContaining(`If a ${sign} stands before the decimals`),
  });
  expect(readNumber('1,234', '.')).toEqual(asks('comma'));
  expect(readNumber('1,234', ',')).toEqual({ value: 1.234 });
  expect(readNumber('-1.234', ',')).toEqual(asks('point'));
  expect(readNumber('-1.234', '.')).toEqual({ value: -1.234 });
});

describe('the sign of decimals', () => {
  it.each([
    [['1', '2'], ',', '.'],
    [['1,5', '2'], ';', ','],
    [['1.5', '2'], ';', '.'],
    // One of them is wrong, and its line will say so.
    [['1.5', '2,5'], ';', '.'],
    [['1,5', '2'], ',', '.'],
    // Thousands here, thousandths there: each line says so, until somebody says which.
    [['1,234', '2,500', '700'], '\t', '.'],
    [['1,234', '0,250'], '\t', ','],
    [['1,234', '2,5'], ';', ','],
    [['1.234', '2.500', '700'], ';', ','],
    [['1.234', '2.5'], ';', '.'],
    [['1.234'], ',', '.'],
  ] as const)('of %j separated by %s is %s', (values, separator, decimal) => {
    expect(decimalOf(values, separator)).toBe(decimal);
  });
});

describe('a date in a file', () => {
  it.each([
    ['2026-11-24', '2026-11-24'],
    ['24.11.2026', '2026-11-24'],
    ['1.2.2026', '2026-02-01'],
    ['2028-02-29', '2028-02-29'],
  ])('%s is %s', (text, value) => {
    expect(readDay(text)).toEqual({ value });
  });

  it.each(['', '2026-02-29', '2026-13-01', '11/24/2026', '24-11-2026', '0000-01-01', '2026-1-1', 'today'])(
    '“%s” is refused',
    (text) => {
      expect(readDay(text)).toHaveProperty('fault');
    },
  );
});
