import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { startEmbeddedPostgres } from '../../src/server/embedded-postgres/start-embedded-postgres.ts';
import { freePort, startProduct } from '../support/running-product.ts';

const root = await mkdtemp(path.join(tmpdir(), 'duologue-lost-'));
await chmod(root, 0o711);
afterAll(() => rm(root, { recursive: true, force: true }));
const log = { info: () => undefined, warn: () => undefined };

describe('under load', () => {
  it('connections that are cut in the middle of requests end requests, not the process', async () => {
    const start = () => startEmbeddedPostgres({ dataDir: path.join(root, 'database'), log });
    let database = await start();
    const { host, port, user, password, database: name } = database.connection;
    const url = `postgres://${user}:${password}@localhost/${name}?host=${encodeURIComponent(host)}&port=${port}`;
    const product = await startProduct(
      path.join(root, 'data'),
      { DATABASE_URL: url, SECRET_KEY: 'a secret of forty characters for this test' },
      ['--demo'],
    );
    const maya = await product.signIn('maya@demo.example');
    const seen = new Set<number>();
    const enough = new AbortController();
    const asking = Array.from({ length: 8 }, async () => {
      while (!enough.signal.aborted) seen.add((await maya.call('GET', '/api/one-on-ones')).status);
    });
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await database.stop();
      await new Promise((resolve) => setTimeout(resolve, 100));
      database = await start();
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    enough.abort();
    await Promise.all(asking);
    expect([...seen].every((status) => status === 200 || status === 503)).toBe(true);
    expect(seen).toContain(200);
    expect(product.child.exitCode).toBeNull();
    await expect.poll(async () => (await maya.call('GET', '/api/me')).status, { timeout: 10_000 }).toBe(200);
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe('0');
    await database.stop();
  }, 90_000);
});

describe('a mail server that takes connections and says nothing', () => {
  it('keeps nobody from working, and lets the process end', async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => void sockets.add(socket));
    const port = await freePort();
    await new Promise<void>((resolve) => silent.listen(port, '127.0.0.1', resolve));
    const product = await startProduct(path.join(root, 'silent'), {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Duologue <duologue@example.org>',
    });
    const maya = await product.signIn('maya@demo.example');
    const { items } = (await maya.call('GET', '/api/managed-people')).body;
    await maya.call('POST', '/api/one-on-ones', {
      employeeId: items[0].id,
      templateId: weekly.id,
      share: true,
    });
    await expect.poll(() => sockets.size, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect.poll(() => product.output(), { timeout: 20_000 }).toContain('a job failed');
    expect((await maya.call('GET', '/api/me')).status).toBe(200);
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe('0');
    for (const socket of sockets) socket.destroy();
    silent.close();
  }, 90_000);
});
