import { expect, it } from 'vitest';
import { databasePlace } from './database-place.ts';

it.each([
  ['postgres://me:p%40ss@db.example:5433/duologue', 'db.example', 5433, false],
  ['postgresql://me:p%40ss@db.example/duologue?sslmode=require', 'db.example', 5432, true],
  ['postgres://me:p%40ss@localhost/duologue?host=/run/pg', '/run/pg', 5432, false],
])('takes %s apart, leaving nothing that wins over a name put beside it', (url, host, port, encrypted) => {
  const place = databasePlace(url);
  expect(place).toMatchObject({ host, port, user: 'me', password: 'p@ss', database: 'duologue' });
  expect(Boolean(place.ssl)).toBe(encrypted);
  expect(place.connectionString).toBeUndefined();
});
