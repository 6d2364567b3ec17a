import { expect, it } from 'vitest';
import { addPair } from '../../../test/support/pair.ts';
import { testApp } from '../../../test/support/test-app.ts';

const test = await testApp();
const { manager } = await addPair(test);
const message = 'This field is not known.';

it('names every unknown field by its own path, however deep it stands', async () => {
  const { body } = await manager.post('/api/templates', {
    title: 'Weekly',
    sections: [{ title: 'Start', items: [], d: 1, e: 2 }],
    z: 3,
  });
  expect(body).toMatchObject({ status: 422, code: 'invalid' });
  expect(body.errors).toEqual([
    { path: 'sections.0.d', message },
    { path: 'sections.0.e', message },
    { path: 'z', message },
  ]);
});

it('names unknown fields of an address and of a route without a body as well', async () => {
  expect((await manager.get('/api/one-on-ones?x=1')).body.errors).toEqual([{ path: 'x', message }]);
  const sharing = `/api/one-on-ones/${crypto.randomUUID()}/sharing`;
  expect((await manager.post(sharing, { x: 1 })).body.errors).toEqual([{ path: 'x', message }]);
});
