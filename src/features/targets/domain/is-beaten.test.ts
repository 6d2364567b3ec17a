import { describe, expect, it } from 'vitest';
import { isBeaten } from './is-beaten.ts';

const team = {
  kpi: { id: 'calls' },
  team: {},
  period: 'month',
  from: '2026-01-01',
  to: null as string | null,
} as const;
const own = { ...team, team: null };
const today = '2026-11-22';

describe('a team’s target', () => {
  it.each([
    [own, true],
    [{ ...own, from: '2026-11-30' }, true],
    [{ ...own, to: '2026-11-30' }, true],
    // It begins later, it is over by the end of the month, it is of something else.
    [{ ...own, from: '2026-12-01' }, false],
    [{ ...own, to: '2026-11-25' }, false],
    [{ ...own, period: 'week' as const }, false],
    [{ ...own, kpi: { id: 'deals' } }, false],
    [team, false],
  ])('beside %j: gives way is %s', (other, gives) => {
    expect(isBeaten(team, [team, other], today)).toBe(gives);
  });
});
