import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { words } from '../support/pair.ts';
import { startProduct } from '../support/running-product.ts';
import type { RunningProduct, Visitor } from '../support/running-product.ts';

const rounds = Number(process.env['DUOLOGUE_KILLS'] ?? 5);
const dataDir = await mkdtemp(path.join(tmpdir(), 'duologue-kill-'));
await chmod(dataDir, 0o711);
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** What the product has answered with success: it must be there after every restart. */
interface Acknowledged {
  answers: Map<string, { oneOnOneId: string; text: string }>;
  sent: Set<string>;
}

async function writeUntilKilled(maya: Visitor, eliId: string, acknowledged: Acknowledged): Promise<void> {
  for (let count = 0; ; count += 1) {
    const created = await maya.call('POST', '/api/one-on-ones', { employeeId: eliId, templateId: weekly.id });
    const items = created.body.sections.flatMap((section: { items: object[] }) => section.items).slice(1, 3);
    for (const item of items) {
      const text = `Answer ${count} of ${item.id}`;
      const url = `/api/one-on-ones/${created.body.id}/items/${item.id}/answer`;
      const put = await maya.call('PUT', url, { answer: words(text), version: 0 });
      if (put.status === 200) acknowledged.answers.set(item.id, { oneOnOneId: created.body.id, text });
    }
    const sent = await maya.call('POST', `/api/one-on-ones/${created.body.id}/approval-request`);
    if (sent.status === 200) acknowledged.sent.add(created.body.id);
  }
}

async function mailedOneOnOnes(): Promise<Map<string, Set<string>>> {
  const folder = path.join(dataDir, 'mail');
  const messageIds = new Map<string, Set<string>>();
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith('.eml')) continue;
    const text = (await readFile(path.join(folder, name), 'utf8')).replaceAll('=\r\n', '');
    const id = /one-on-ones\/([0-9a-f-]{36})/.exec(text)?.[1] ?? '';
    const messageId = /^Message-ID: (.+)$/im.exec(text)?.[1] ?? '';
    messageIds.set(id, (messageIds.get(id) ?? new Set()).add(messageId));
  }
  return messageIds;
}

async function expectKept(product: RunningProduct, acknowledged: Acknowledged): Promise<void> {
  const maya = await product.signIn('maya@demo.example');
  for (const [itemId, { oneOnOneId, text }] of acknowledged.answers) {
    const { body } = await maya.call('GET', `/api/one-on-ones/${oneOnOneId}`);
    const items = body.sections.flatMap((section: { items: object[] }) => section.items);
    expect(items.find((item: { id: string }) => item.id === itemId).answer).toEqual(words(text));
  }
  for (const id of acknowledged.sent) {
    expect((await maya.call('GET', `/api/one-on-ones/${id}`)).body.state).toBe('pending_approval');
  }
}

describe('a process that is killed', () => {
  it(
    `in the middle of writes and mails, ${rounds} times, loses nothing that it had acknowledged`,
    async () => {
      const acknowledged: Acknowledged = { answers: new Map(), sent: new Set() };
      for (let round = 0; round < rounds; round += 1) {
        const product = await startProduct(dataDir);
        await expectKept(product, acknowledged);
        const maya = await product.signIn('maya@demo.example');
        const { items } = (await maya.call('GET', '/api/managed-people')).body;
        const writing = writeUntilKilled(maya, items[0].id, acknowledged).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 250 + 150 * (round % 10)));
        product.child.kill('SIGKILL');
        await product.ended;
        await writing;
      }
      expect(acknowledged.sent.size).toBeGreaterThan(rounds);
      const product = await startProduct(dataDir);
      await expectKept(product, acknowledged);
      await expect.poll(async () => missing(acknowledged), { timeout: 30_000 }).toBe(0);
      // A duplicate would be recognisable: every mail about one request has the same Message-ID.
      for (const ids of (await mailedOneOnOnes()).values()) expect(ids.size).toBe(1);
      product.child.kill('SIGTERM');
      expect(await product.ended).toBe('0');
    },
    120_000 + rounds * 20_000,
  );
});

async function missing(acknowledged: Acknowledged): Promise<number> {
  const mailed = await mailedOneOnOnes();
  return [...acknowledged.sent].filter((id) => !mailed.has(id)).length;
}
