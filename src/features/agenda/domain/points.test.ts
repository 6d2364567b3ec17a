import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf } from './points.ts';

const point = { isDropped: false, discussedOn: null, recurring: false, laterUntil: null };
const today = '2026-11-22';
const yesterday = '2026-11-21';
const tomorrow = '2026-11-23';

describe('where a talking point stands today', () => {
  it.each([
    ['raised', {}, 'open'],
    ['dropped', { isDropped: true }, 'dropped'],
    ['dropped from the shelf', { isDropped: true, laterUntil: tomorrow }, 'dropped'],
    ['put off until tomorrow', { laterUntil: tomorrow }, 'later'],
    ['put off until today', { laterUntil: today }, 'open'],
    ['put off until yesterday', { laterUntil: yesterday }, 'open'],
    ['discussed yesterday', { discussedOn: yesterday }, 'discussed'],
    ['discussed and once put off', { discussedOn: yesterday, laterUntil: tomorrow }, 'discussed'],
    ['recurring and discussed today', { recurring: true, discussedOn: today }, 'discussed'],
    ['recurring and discussed yesterday', { recurring: true, discussedOn: yesterday }, 'open'],
    [
      'recurring, discussed yesterday and put off',
      { recurring: true, discussedOn: yesterday, laterUntil: tomorrow },
      'later',
    ],
    ['recurring and dropped', { recurring: true, discussedOn: yesterday, isDropped: true }, 'dropped'],
  ] as const)('%s', (_, change, expected) => {
    expect(placeOf({ ...point, ...change }, today)).toBe(expected);
  });

  it('never leaves the agenda by waiting: what is open stays so every day after', () => {
    const day = fc
      .integer({ min: 0, max: 4000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    const anyPoint = fc.record({
      isDropped: fc.boolean(),
      discussedOn: fc.option(day, { nil: null }),
      recurring: fc.boolean(),
      laterUntil: fc.option(day, { nil: null }),
    });
    fc.assert(
      fc.property(anyPoint, day, day, (some, one, other) => {
        const [first, then] = one < other ? [one, other] : [other, one];
        // Nobody ticks something off on a day that has not come.
        fc.pre(some.discussedOn === null || some.discussedOn <= first);
        if (placeOf(some, first) === 'open') expect(placeOf(some, then)).toBe('open');
      }),
    );
  });
});
