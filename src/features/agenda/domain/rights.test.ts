import { describe, expect, it } from 'vitest';
import { pointAbilities, pointActs } from './rights.ts';

const open = {
  isMine: true,
  shared: true,
  place: 'open' as const,
  wasDiscussed: false,
  canArrange: true,
};

describe('what somebody can do with a point', () => {
  it.each([
    ['my own on the agenda', {}, 'edit drop remove arrange discuss'],
    ['my own that I alone see', { shared: false }, 'edit share drop remove arrange'],
    ['the other’s', { isMine: false }, 'arrange discuss'],
    ['the other’s that was discussed', { isMine: false, place: 'discussed', wasDiscussed: true }, 'discuss'],
    ['my own that was discussed', { place: 'discussed', wasDiscussed: true }, 'discuss'],
    ['my own that came back', { wasDiscussed: true }, 'edit drop arrange discuss'],
    ['my own that I dropped', { place: 'dropped' }, 'drop remove'],
    ['my own on the shelf', { place: 'later' }, 'edit drop remove arrange discuss'],
    ['my own once the series has ended', { canArrange: false }, ''],
  ] as const)('%s', (_, change, expected) => {
    const abilities = pointAbilities({ ...open, ...change });
    expect(pointActs.filter((act) => abilities[act]).join(' ')).toBe(expected);
  });
});
