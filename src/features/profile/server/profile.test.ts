import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';

const test = await testApp();
const pair = await addPair(test);
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('my profile', () => {
  it('is mine to change, a part at a time', async () => {
    const { employee } = pair;
    expectStatus(
      200,
      await employee.patch('/api/me/profile', { name: 'Elias Larsen', timeZone: 'Asia/Tokyo' }),
    );
    expectStatus(200, await employee.patch('/api/me/profile', { language: 'en-IE' }));
    expect(expectStatus(200, await employee.get('/api/me/profile'))).toEqual({
      name: 'Elias Larsen',
      timeZone: 'Asia/Tokyo',
      language: 'en-IE',
      picture: null,
    });
    expect(expectStatus(200, await employee.get('/api/me')).person.name).toBe('Elias Larsen');
    expect(expectStatus(200, await pair.manager.get('/api/me/profile')).name).toBe('Maya Adler');
  });

  it.each([
    [{ timeZone: 'Europe/Nowhere' }, 'timeZone'],
    [{ language: 'de' }, 'language'],
    [{ name: ' ' }, 'name'],
  ])('refuses %o with its path', async (body, path) => {
    const answer = await pair.employee.patch('/api/me/profile', body);
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, path]);
  });
});

describe('a name', () => {
  it.each(['Omar\u200b Haddad', 'Two\nlines', 'See https://evil.example', '\u202edaddaH ramO'])(
    'of %j is refused',
    async (name) => {
      const answer = await pair.employee.patch('/api/me/profile', { name });
      expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'name']);
    },
  );

  it('that somebody else has cannot be taken', async () => {
    const before = expectStatus(200, await pair.employee.get('/api/me/profile')).name;
    for (const name of ['Maya Adler', 'maya  adler', 'Ｍaya Adler']) {
      const answer = await pair.employee.patch('/api/me/profile', { name });
      expect([answer.status, answer.body.errors[0].path]).toEqual([409, 'name']);
    }
    expect(expectStatus(200, await pair.employee.get('/api/me/profile')).name).toBe(before);
  });
});

describe('a picture', () => {
  it('is shown to those whom one meets, under a policy that runs nothing, and goes when it is removed', async () => {
    const { employee, manager } = pair;
    const { picture } = expectStatus(200, await employee.put('/api/me/picture', { image: png }));
    expect(expectStatus(200, await manager.get('/api/pictures')).items).toEqual([
      { personId: employee.id, version: picture },
    ]);
    const { raw } = await manager.get(`/api/people/${employee.id}/picture`);
    expect(raw.headers['content-type']).toBe('image/png');
    expect(raw.headers['content-security-policy']).toBe("sandbox; default-src 'none'");
    expect(raw.headers['x-content-type-options']).toBe('nosniff');
    expect(raw.rawPayload.toString('base64')).toBe(png);
    const stranger = await test.addPerson('Paul Weber');
    expect(expectStatus(200, await stranger.get('/api/pictures')).items).toEqual([]);
    expectStatus(200, await employee.delete('/api/me/picture'));
    expect((await manager.get(`/api/people/${employee.id}/picture`)).status).toBe(404);
  });

  it.each([
    ['HTML', Buffer.from('<html><script>alert(1)</script>')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['too much', Buffer.concat([Buffer.from(png, 'base64'), Buffer.alloc(256 * 1024)])],
  ])('of %s is refused', async (_, bytes) => {
    const answer = await pair.employee.put('/api/me/picture', { image: bytes.toString('base64') });
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, 'image']);
  });
});
