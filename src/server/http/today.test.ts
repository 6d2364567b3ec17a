import { expect, it } from 'vitest';
import { todayIn } from './today.ts';

it('begins a day at its midnight where people are, also when the clocks change', () => {
  const days = [
    ['2026-10-24T21:59:59Z', '2026-10-24'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
  ] as const;
  for (const [at, day] of days) expect(todayIn('Europe/Berlin', new Date(at)), at).toBe(day);
  expect(todayIn('America/New_York', new Date('2026-10-25T01:00:00Z'))).toBe('2026-10-24');
});
