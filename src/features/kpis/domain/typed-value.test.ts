import { describe, expect, it } from 'vitest';
import type { Unit } from './kpi.ts';
import { readTypedValue } from './typed-value.ts';

describe('a typed value', () => {
  it.each([
    ['number', 0, '1250', 1250],
    ['number', 0, ' 1 250 ', 1250],
    ['number', 0, '1,250', 1250],
    ['number', 0, '1.250', 1250],
    ['number', 0, '1,250,000', 1_250_000],
    ['number', 3, '1,250', 1.25],
    ['number', 3, '1,250,000', 1_250_000],
    ['number', 1, '12.5', 12.5],
    ['number', 1, '12,5', 12.5],
    ['number', 2, '0,250', 0.25],
    ['number', 2, '1,250.5', 1250.5],
    ['number', 2, '1.250,5', 1250.5],
    ['number', 0, '-3', -3],
    ['number', 0, '\u22123', -3],
    ['number', 0, '-0', 0],
    ['percent', 1, '42.5 %', 42.5],
    ['currency', 2, '€ 1.250,50', 1250.5],
    ['currency', 2, '1,250.50 EUR', 1250.5],
    ['currency', 0, '-$12', -12],
    ['duration', 0, '80', 80],
    ['duration', 0, '1:20', 80],
    ['duration', 0, '1 h 20 min', 80],
    ['duration', 0, '2h', 120],
    ['duration', 0, '45 min', 45],
  ] satisfies [Unit, number, string, number][])(
    'of a %s with %i decimals, "%s", is %d',
    (unit, decimals, text, value) => {
      expect(readTypedValue({ unit, decimals }, text)).toBe(value);
    },
  );

  it.each([
    '',
    'many',
    '1.2.3',
    '1,2,3',
    '1.',
    ',5',
    '1e5',
    'NaN',
    'Infinity',
    '1.0001',
    '9999999999999',
    '12 EUR',
    '1:20',
  ])('is none: "%s"', (text) => {
    expect(readTypedValue({ unit: 'number', decimals: 0 }, text)).toBeNull();
  });
});
