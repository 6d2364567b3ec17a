import { expect, it } from 'vitest';
import { filterFrom } from './list-filter.ts';

it('reads the filters of an address, and leaves out what it does not know', () => {
  const personId = '01a1ffd4-4d14-728d-9b04-9fb33c99ee22';
  expect(filterFrom({ view: 'drafts', state: 'active', personId, q: 'forecast' })).toEqual({
    view: 'drafts',
    state: 'active',
    personId,
    q: 'forecast',
  });
  expect(filterFrom({ view: 'mine', state: 'gone', personId: 'eli' })).toEqual({});
  expect(filterFrom({ q: 'a'.repeat(300) }).q).toHaveLength(200);
});
