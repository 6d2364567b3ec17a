import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastOfEach } from './last-of-each.ts';

const few = (...values: string[]) => fc.constantFrom(...values);
const reading = fc.record({
  kpiId: few('k1', 'k2', 'k3'),
  personId: few('p1', 'p2'),
  on: few('2026-02-28', '2026-03-01', '2025-12-31'),
  value: fc.integer(),
});
const keyOf = (one: { kpiId: string; personId: string; on: string }) =>
  `${one.personId} ${one.kpiId} ${one.on}`;

describe('of several readings for the same KPI, person and day', () => {
  it('the last one holds, the others are counted, and what holds comes by person, KPI and day', () => {
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 60 }), (readings) => {
        const { held, repeated } = lastOfEach(readings);
        const keys = held.map(keyOf);
        expect(keys).toEqual([...new Set(readings.map(keyOf))].sort());
        for (const one of held) expect(one).toBe(readings.findLast((other) => keyOf(other) === keyOf(one)));
        expect(repeated).toBe(readings.length - held.length);
      }),
    );
  });
});
