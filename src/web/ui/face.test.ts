import { describe, expect, it } from 'vitest';
import { initials } from './face.tsx';

describe('initials', () => {
  it.each([
    ['Maya Adler', 'MA'],
    ['maya adler', 'MA'],
    ['Cher', 'CH'],
    ['Anna Maria van den Berg', 'AB'],
    ['  Omar   Haddad ', 'OH'],
    ['李 小龙', '李小'],
    ['👩‍💻 Ada', '👩‍💻A'],
    ['', '?'],
  ])('of “%s” are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
