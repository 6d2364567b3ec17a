import { describe, expect, it } from 'vitest';
import { slotInstant, slotName } from './slot.ts';

describe('a slot', () => {
  it('has a name for the address, and the instant is written as every other one in answers is', () => {
    expect(slotName('2026-11-24T09:00:00Z')).toBe('20261124T090000Z');
    expect(slotInstant('20261124T090000Z')).toBe(new Date('2026-11-24T09:00:00Z').toISOString());
  });

  it.each(['20261324T090000Z', '20260230T090000Z', '20261124T250000Z', '2026-11-24T09:00:00Z', ''])(
    'is not named by “%s”',
    (name) => expect(slotInstant(name)).toBeNull(),
  );
});
