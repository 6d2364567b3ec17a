import { describe, expect, it } from 'vitest';
import { daysBetween, formatWhen, localDay, regionalEnglish } from './dates.ts';

describe('how dates are written', () => {
  it.each([
    ['en-GB', 'en-GB'],
    ['en-US', 'en-US'],
    ['de-DE', 'en-DE'],
    ['de', 'en-DE'],
    ['nb-NO', 'en-NO'],
    ['', 'en-GB'],
    ['not a language', 'en-GB'],
  ])('keeps the region of %s and speaks English: %s', (language, locale) => {
    expect(regionalEnglish(language)).toBe(locale);
  });

  it('counts days over a change of the clock', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-11-24', '2026-11-23')).toBe(-1);
  });

  describe('how long ago', () => {
    const now = new Date(2026, 10, 24, 12, 0);
    it.each([
      [new Date(2026, 10, 24, 11, 59, 50), 'just now'],
      [new Date(2026, 10, 24, 11, 55), '5 minutes ago'],
      [new Date(2026, 10, 23, 9, 0), 'yesterday'],
      [new Date(2026, 10, 20, 9, 0), /^Fri 20$/],
      [new Date(2025, 10, 3), /2025/],
    ])('says %s as %s', (at, words) => {
      expect(formatWhen(at, now)).toMatch(words);
    });

    it('says a time of the same day as a clock time', () => {
      expect(formatWhen(new Date(2026, 10, 24, 9, 5), now)).toMatch(/9:05/);
    });
  });

  it('takes the day where the reader is', () => {
    expect(localDay(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02');
  });
});
