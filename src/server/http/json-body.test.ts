import { expect, it } from 'vitest';
import { parseJsonBody } from './json-body.ts';

const members = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `"k${from + at}" : 1`);

it.each([
  ['one object', `{${members(100_000).join(',')}}`],
  [
    'many objects',
    `[${Array.from({ length: 2000 }, (_, at) => `{${members(50, at * 50).join(',')}}`).join(',')}]`,
  ],
])('does not read a long document of thousands of different fields: %s', (_, text) => {
  expect(() => parseJsonBody(Buffer.from(text))).toThrow('Too many different fields.');
});

it('reads a long one of few fields, whatever stands in them', () => {
  const value = Array.from({ length: 20_000 }, (_, at) => ({
    'a "name\\"': `: "k${at}":\\" and so on, \n`,
    list: [`${at}`, ':', `":${at}`, '\\'],
  }));
  const text = JSON.stringify(value, null, 2);
  expect(text.length).toBeGreaterThan(1024 * 1024);
  expect(parseJsonBody(Buffer.from(text))).toEqual(value);
});
