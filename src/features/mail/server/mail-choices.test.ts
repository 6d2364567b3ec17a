import { expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { mailKinds } from '../domain/messages.ts';
import { inboxKinds, topicOf, topics } from '../domain/topics.ts';
import { sendLeftovers } from './send-notice.ts';
import type { MailSettings } from './send-notice.ts';

const test = await testApp();
const sent: string[] = [];
const settings: MailSettings = {
  worker: test.pools.worker,
  transport: {
    send: async ({ headers, to }) => {
      sent.push(`${JSON.stringify(headers)} ${JSON.stringify(to)}`);
    },
    close: () => {},
  },
  from: { name: 'Duologue', address: 'duologue@example.org' },
  baseUrl: test.platform.baseUrl,
  linkTo: (_purpose, id) => id,
  dueCounts: async () => ({ tomorrow: 0, overdue: 0 }),
  meetingsAhead: async () => [],
  invitation: async () => null,
  clock: test.platform.clock,
};
const sendAll = async () => {
  sent.length = 0;
  await sendLeftovers(settings, (error) => {
    throw error;
  });
  return sent.map((mail) => /one-on-one\.[a-z-]+/.exec(mail)?.[0]);
};

it('gives every mail that can be switched off a topic, and every topic a mail', () => {
  const used = new Set(mailKinds.map(topicOf));
  expect([...used].filter((topic) => topic !== null).toSorted()).toEqual([...topics].toSorted());
  expect(mailKinds.filter((kind) => topicOf(kind) === null).every((kind) => kind.startsWith('person.'))).toBe(
    true,
  );
  expect(inboxKinds.filter((kind) => kind.startsWith('person.'))).toEqual(['person.recovery-started']);
});

it('mails what somebody wants by mail; the inbox has it all', async () => {
  const pair = await addPair(test);
  const { employee } = pair;
  const all = expectStatus(200, await employee.get('/api/mail-choices'));
  expect(all.items).toEqual(topics.map((topic) => ({ topic, byMail: true })));
  const choice = { items: [{ topic: 'approval', byMail: false }] };
  const chosen = expectStatus(200, await employee.put('/api/mail-choices', choice));
  expect(chosen.items).toContainEqual({ topic: 'approval', byMail: false });
  expect(chosen.items).toContainEqual({ topic: 'sharing', byMail: true });

  await oneOnOneIn(pair, 'pending_approval');
  await oneOnOneIn(pair, 'active');
  expect(await sendAll()).toEqual(['one-on-one.shared', 'one-on-one.shared']);
  const { items } = expectStatus(200, await employee.get('/api/notices'));
  expect(items).toHaveLength(3);

  expectStatus(
    200,
    await employee.put('/api/mail-choices', { items: [{ topic: 'approval', byMail: true }] }),
  );
  await oneOnOneIn(pair, 'pending_approval');
  expect(await sendAll()).toEqual(['one-on-one.shared', 'one-on-one.approval-requested']);
});

it('knows no topic for what cannot be switched off', async () => {
  const { manager } = await addPair(test, 'Omar Haddad', 'Tom Okafor');
  for (const topic of ['person.invited', 'password', 'everything']) {
    expect((await manager.put('/api/mail-choices', { items: [{ topic, byMail: false }] })).status).toBe(422);
  }
});
