import { chmod, mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, it } from 'vitest';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { freePort, startProduct } from '../support/running-product.ts';

/** Waits for many second tries, so it runs by `npm run prove` alone. */
const mails = Number(process.env['DUOLOGUE_MAILS'] ?? 0);
const root = await mkdtemp(path.join(tmpdir(), 'duologue-mail-'));
await chmod(root, 0o711);
afterAll(() => rm(root, { recursive: true, force: true }));

interface Taken {
  messageId: string;
  link: string;
}

/** Kept before it is acknowledged, as a mail server does: what is lost then comes a second time. */
async function keep(mail: Buffer, taken: Taken[]): Promise<void> {
  const { messageId, text } = await PostalMime.parse(mail);
  taken.push({ messageId: messageId ?? '', link: /https?:\S+/.exec(text ?? '')?.[0] ?? '' });
}

/** A mail server that can be killed in the middle of what it is told, and started again on the same port. */
async function mailServer(port: number, taken: Taken[]) {
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => void keep(Buffer.concat(parts), taken).finally(() => done()));
    },
  });
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    kill: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

describe.runIf(process.env['DUOLOGUE_MAILS'] !== undefined)(
  'a mail server that is killed and started again',
  () => {
    it(`gets each of ${mails} mails; one that comes twice says so by its Message-ID`, async () => {
      const port = await freePort();
      const taken: Taken[] = [];
      let server = await mailServer(port, taken);
      const product = await startProduct(path.join(root, 'data'), {
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        MAIL_FROM: 'Duologue <duologue@example.org>',
      });
      const maya = await product.signIn('maya@demo.example');
      const { items } = (await maya.call('GET', '/api/managed-people')).body;
      const wanted = new Set<string>();
      const writing = (async () => {
        for (let at = 0; at < mails; at += 1) {
          const body = { employeeId: items[at % items.length].id, templateId: weekly.id, share: true };
          const { id } = (await maya.call('POST', '/api/one-on-ones', body)).body;
          wanted.add(`${product.address}/one-on-ones/${id}`);
        }
      })();
      const arrived = () => taken.filter(({ link }) => wanted.has(link));
      for (const part of [0.2, 0.5, 0.8]) {
        await expect.poll(() => arrived().length, { timeout: 300_000 }).toBeGreaterThanOrEqual(mails * part);
        await server.kill();
        await new Promise((resolve) => setTimeout(resolve, 1500));
        server = await mailServer(port, taken);
      }
      await writing;
      await expect
        .poll(() => new Set(arrived().map(({ link }) => link)).size, { timeout: 600_000, interval: 500 })
        .toBe(mails);
      // Twice the same one-on-one is twice the same mail.
      const idsOf = new Map<string, Set<string>>();
      for (const { link, messageId } of arrived())
        idsOf.set(link, (idsOf.get(link) ?? new Set()).add(messageId));
      expect([...idsOf.values()].every((ids) => ids.size === 1)).toBe(true);
      // oxlint-disable-next-line no-console -- the figures are what the proof is run for
      console.log(
        `${mails} mails, 3 kills: 0 missing, ${arrived().length - mails} came twice, same Message-ID`,
      );
      product.child.kill('SIGTERM');
      await product.ended;
      await server.kill();
    }, 900_000);
  },
);
