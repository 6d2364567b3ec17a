import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { startEmbeddedPostgres } from '../../src/server/embedded-postgres/start-embedded-postgres.ts';
import { startProduct } from '../support/running-product.ts';

const root = await mkdtemp(path.join(tmpdir(), 'duologue-away-'));
await chmod(root, 0o711);
afterAll(() => rm(root, { recursive: true, force: true }));
const log = { info: () => undefined, warn: () => undefined };

describe('a database that goes away', () => {
  it('is answered with 503 and Retry-After, and everything goes on by itself when it is back', async () => {
    const start = () => startEmbeddedPostgres({ dataDir: path.join(root, 'database'), log });
    let database = await start();
    const { host, port, user, password, database: name } = database.connection;
    const url = `postgres://${user}:${password}@localhost/${name}?host=${encodeURIComponent(host)}&port=${port}`;
    const dataDir = path.join(root, 'data');
    const secret = 'a secret of forty characters for this test';
    const product = await startProduct(dataDir, { DATABASE_URL: url, SECRET_KEY: secret }, ['--demo']);
    const maya = await product.signIn('maya@demo.example');
    const { items } = (await maya.call('GET', '/api/managed-people')).body;

    await database.stop();
    const headers = { cookie: `duologue=${'x'.repeat(43)}` };
    const away = await fetch(`${product.address}/api/me`, { headers });
    expect(away.status).toBe(503);
    expect(away.headers.get('retry-after')).toBe('2');
    expect(await away.json()).toMatchObject({ code: 'unavailable' });
    expect((await fetch(`${product.address}/health/ready`)).status).toBe(503);
    expect((await fetch(`${product.address}/health/live`)).status).toBe(200);

    database = await start();
    await expect.poll(async () => (await maya.call('GET', '/api/me')).status, { timeout: 20_000 }).toBe(200);
    const { body } = await maya.call('POST', '/api/one-on-ones', {
      employeeId: items[0].id,
      templateId: weekly.id,
      share: true,
    });
    expect(body.state).toBe('active');
    const mails = () => readdir(path.join(dataDir, 'mail')).catch(() => []);
    await expect.poll(mails, { timeout: 60_000, interval: 500 }).toHaveLength(1);
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe('0');
    await database.stop();
  }, 120_000);
});
