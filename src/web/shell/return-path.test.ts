import { describe, expect, it } from 'vitest';
import { localPath } from './return-path.ts';

const origin = 'https://duologue.example';

describe('the path after sign-in', () => {
  it.each(['/', '/one-on-ones/018f', '/people?q=a%20b', '/help#states'])(
    'keeps a path of ours: %s',
    (path) => {
      expect(localPath(path, origin)).toBe(path);
    },
  );

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'one-on-ones',
    '',
    undefined,
    null,
    7,
    ['/people'],
  ])('leads nowhere else: %s', (path) => {
    expect(localPath(path, origin)).toBe('/');
  });

  it('does not lead back to the entrance', () => {
    expect(localPath('/sign-in?returnTo=/people', origin)).toBe('/');
  });
});
