import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPair, oneOnOneIn } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { MailSettings } from './send-notice.ts';
import { sendLeftovers } from './send-notice.ts';
import { smtpTransport } from './transport.ts';

const test = await testApp();
const refused = await addPair(test, 'Maya Adler', 'Refused Employee');
const taken = await addPair(test, 'Omar Haddad', 'Taken Employee');

/** A mail server that does not know one of the addresses. */
const mailed: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) =>
    done(address.startsWith('refused') ? new Error('No such person here.') : null),
  onData: (stream, session, done) => {
    stream.resume().on('end', () => {
      mailed.push(...session.envelope.rcptTo.map(({ address }) => address));
      done();
    });
  },
});
let settings: MailSettings;

beforeAll(async () => {
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  settings = {
    worker: test.pools.worker,
    transport: smtpTransport(`smtp://127.0.0.1:${port}`),
    from: { name: 'Duologue', address: 'duologue@example.org' },
    baseUrl: test.platform.baseUrl,
    linkTo: (_, id) => id,
    dueCounts: async () => ({ tomorrow: 0, overdue: 0 }),
    meetingsAhead: async () => [],
    invitation: async () => null,
    clock: test.platform.clock,
  };
});
afterAll(() => {
  settings.transport.close();
  server.close();
});

it('sends what a crash left unsent, also behind a mail that is refused, and each once', async () => {
  await oneOnOneIn(refused, 'active');
  await oneOnOneIn(taken, 'active');
  const failures: unknown[] = [];
  expect(await sendLeftovers(settings, (error) => failures.push(error))).toBe(1);
  expect(mailed).toEqual([expect.stringContaining('taken.employee')]);
  expect(failures).toHaveLength(1);
  expect(await sendLeftovers(settings, () => {})).toBe(0);
  expect(mailed).toHaveLength(1);
});
