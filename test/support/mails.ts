import PostalMime from 'postal-mime';
import { createTransport } from 'nodemailer';
import { invitation } from '../../src/features/calendar/server/invitation.ts';
import { sendLeftovers } from '../../src/features/mail/server/send-notice.ts';
import { dueCounts } from '../../src/features/reminders/server/due-counts.ts';
import { meetingsAhead } from '../../src/features/reminders/server/meetings-ahead.ts';
import type { TestApp } from './test-app.ts';

export interface ReadMail {
  to: string;
  event: string;
  subject: string;
  text: string;
  html: string;
  /** The calendar's part, as a mail program shows it, and the file. */
  calendar: { method: string; content: string } | null;
  file: string | null;
}

/** Sends whatever waits, and reads it as a mail program does. */
export async function sentMails(test: TestApp): Promise<ReadMail[]> {
  const mails: ReadMail[] = [];
  const made = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const from = { name: 'Duologue', address: 'duologue@example.org' };
  await sendLeftovers(
    {
      worker: test.pools.worker,
      transport: {
        send: async ({ noticeId: _noticeId, ...mail }) => {
          const { message } = await made.sendMail(mail);
          mails.push(await readMail(message as Buffer)); // `buffer: true` above makes it one
        },
        close: () => {},
      },
      from,
      baseUrl: test.platform.baseUrl,
      linkTo: (_, id) => id,
      dueCounts: dueCounts(test.platform.clock, test.platform.timeZone),
      meetingsAhead: meetingsAhead(test.platform),
      invitation: invitation({ ...test.platform, from }),
      clock: test.platform.clock,
    },
    (error) => {
      throw error;
    },
  );
  return mails;
}

async function readMail(message: Buffer): Promise<ReadMail> {
  const mail = await PostalMime.parse(message, { attachmentEncoding: 'utf8' });
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  const file = mail.attachments.find(({ filename }) => filename === 'invite.ics' && part !== undefined);
  return {
    to: mail.to?.[0]?.address ?? '',
    event: mail.headers.find(({ key }) => key === 'x-duologue-event')?.value ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    calendar: part === undefined ? null : { method: part.method ?? '', content: wordsOf(part.content) },
    file: file === undefined ? null : wordsOf(file.content),
  };
}

function wordsOf(content: string | ArrayBuffer | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
