import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, it } from 'vitest';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { freePort, startProduct } from '../support/running-product.ts';

const root = await mkdtemp(path.join(tmpdir(), 'duologue-start-'));
await chmod(root, 0o711);
afterAll(() => rm(root, { recursive: true, force: true }));

describe('starting', () => {
  it('fills the demo once, keeps everything over a restart, and ends cleanly on both signals', async () => {
    const dataDir = path.join(root, 'demo');
    const first = await startProduct(dataDir);
    expect(first.output()).toContain('maya@demo.example');
    const maya = await first.signIn('maya@demo.example');
    const before = (await maya.call('GET', '/api/one-on-ones')).body.items;
    const seen = new Set(before.map((item: { state: string }) => item.state));
    expect(seen).toEqual(new Set(['draft', 'active', 'pending_approval', 'approved']));
    first.child.kill('SIGINT');
    expect(await first.ended).toBe('0');
    const second = await startProduct(dataDir);
    const again = await second.signIn('maya@demo.example');
    expect((await again.call('GET', '/api/one-on-ones')).body.items).toEqual(before);
    expect(((await stat(path.join(dataDir, 'secret-key'))).mode & 0o777).toString(8)).toBe('600');
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe('0');
  }, 60_000);

  it('without the demo is empty, and prints a link for the first admin until there is one', async () => {
    const dataDir = path.join(root, 'empty');
    const product = await startProduct(dataDir, {}, ['--no-demo']);
    const token = /\/invitation#([\w.-]+)/.exec(product.output())?.[1];
    const accepted = await fetch(`${product.address}/api/invitations/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Ada Lind', email: 'ada@example.org', password: 'duologue-demo' }),
    });
    expect(accepted.status).toBe(200);
    const ada = await product.signIn('ada@example.org');
    expect((await ada.call('GET', '/api/me')).body).toMatchObject({ isAdmin: true });
    product.child.kill('SIGTERM');
    await product.ended;
    const again = await startProduct(dataDir, {}, ['--no-demo']);
    expect(again.output()).not.toContain('/invitation#');
    again.child.kill('SIGTERM');
    await again.ended;
  }, 60_000);

  it('says all that is wrong with the configuration, and not one value', async () => {
    const env = {
      PATH: process.env['PATH'] ?? '',
      PORT: 'plantedport',
      HOST: '0.0.0.0',
      DATA_DIR: path.join(root, 'x'),
    };
    const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(1);
    expect(output).toContain('PORT');
    expect(output).not.toContain('plantedport');
  });
});

describe('mail by SMTP', () => {
  it('arrives with both parts, the event’s header, and a link that needs sign-in', async () => {
    const received: string[] = [];
    const smtpPort = await freePort();
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push(Buffer.concat(chunks).toString('utf8'));
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(smtpPort, '127.0.0.1', resolve));
    const product = await startProduct(path.join(root, 'smtp'), {
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      MAIL_FROM: 'Duologue <duologue@example.org>',
    });
    const maya = await product.signIn('maya@demo.example');
    const { items } = (await maya.call('GET', '/api/managed-people')).body;
    const body = { employeeId: items[0].id, templateId: weekly.id, title: 'Plantedtitle' };
    const { body: created } = await maya.call('POST', '/api/one-on-ones', body);
    await maya.call('POST', `/api/one-on-ones/${created.id}/approval-request`);
    await expect.poll(() => received.length, { timeout: 15_000 }).toBe(1);
    const mail = await PostalMime.parse(received[0] ?? '');
    expect(mail.to).toEqual([{ name: 'Eli Larsen', address: 'eli@demo.example' }]);
    expect(mail.from).toMatchObject({ name: 'Duologue', address: 'duologue@example.org' });
    const header = mail.headers.find(({ key }) => key === 'x-duologue-event');
    expect(header?.value).toBe('one-on-one.approval-requested');
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain(`${product.address}/one-on-ones/${created.id}`);
      expect(part).toContain('Maya Adler');
    }
    expect(received[0]).not.toContain('Plantedtitle');
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe('0');
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }, 60_000);
});
