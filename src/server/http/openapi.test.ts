import { expect, it } from 'vitest';
import { testApp } from '../../../test/support/test-app.ts';

const test = await testApp();
const { body: document } = await test.call('GET', '/api/openapi.json');
const readings = document.paths['/api/kpi-readings'].post;

it('says who is let in: a session, for readings a token as well, and nobody needs one to sign in', () => {
  expect(Object.keys(document.components.securitySchemes)).toEqual(['session', 'accessToken']);
  expect(readings.security).toEqual([{ session: [] }, { accessToken: [] }]);
  expect(document.paths['/api/kpis'].get.security).toEqual([{ session: [] }]);
  expect(document.paths['/api/session'].post.security).toEqual([]);
});

it.each(['/api/kpi-readings-import', '/api/one-on-ones/{oneOnOneId}/files'])(
  'has a file for the body of %s',
  (path) => {
    const { content } = document.paths[path].post.requestBody;
    expect(Object.keys(content)).toEqual(['multipart/form-data']);
  },
);

it('has no body where none is taken, and the types of what streams', () => {
  expect(document.paths['/api/one-on-ones/{oneOnOneId}/sharing'].post.requestBody).toBeUndefined();
  expect(readings.requestBody.content['application/json'].schema.required).toEqual(['readings']);
  const { responses } = document.paths['/api/people/{personId}/kpi-readings.csv'].get;
  expect(Object.keys(responses['200'].content)).toEqual(['text/csv; charset=utf-8']);
});
