import { describe, expect, it } from 'vitest';
import { exactInWords } from './number-words.ts';

const number = { unit: 'number', currency: null, decimals: 0, aggregation: 'sum' } as const;
const euros = { ...number, unit: 'currency', currency: 'EUR' } as const;

describe('a value that was agreed on', () => {
  it.each([
    [number, 268.5, '268.5'],
    [number, 1264, '1,264'],
    [euros, 1250.125, '€1,250.125'],
    [{ ...euros, decimals: 2 }, 1250.5, '€1,250.50'],
    [{ ...number, unit: 'percent' }, 42.5, '42.5 %'],
  ] as const)('keeps all of its decimals, whatever the KPI shows', (kpi, value, words) => {
    expect(exactInWords(kpi, value, 'en-GB')).toBe(words);
  });
});
