import { expect, it } from 'vitest';
import { isAllowedHref } from '../domain/rich-text.ts';
import { hrefFrom } from './href-from.ts';

it.each([
  ['https://example.org/a', 'https://example.org/a', true],
  [' http://example.org ', 'http://example.org', true],
  ['example.org/a?b', 'https://example.org/a?b', true],
  ['eli@example.org', 'mailto:eli@example.org', true],
  ['mailto:eli@example.org', 'mailto:eli@example.org', true],
  ['javascript:alert(1)', 'javascript:alert(1)', false],
  ['data:text/html,a', 'data:text/html,a', false],
  ['', '', false],
])('takes %j for %j', (typed, href, allowed) => {
  expect(hrefFrom(typed)).toBe(href);
  expect(isAllowedHref(href)).toBe(allowed);
});
