import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type Mail from 'nodemailer/lib/mailer/index.js';

export interface MailTransport {
  send: (mail: Mail.Options & { noticeId: string }) => Promise<void>;
  close: () => void;
}

export function smtpTransport(smtpUrl: string): MailTransport {
  // Shorter than the database lets a transaction wait: a mail server that hangs is tried again later.
  const transporter = createTransport({
    url: smtpUrl,
    connectionTimeout: 8000,
    greetingTimeout: 8000,
    socketTimeout: 20_000,
  });
  return {
    send: async ({ noticeId: _noticeId, ...mail }) => {
      await transporter.sendMail(mail);
    },
    close: () => transporter.close(),
  };
}

/** Without SMTP_URL no mail leaves: each becomes a file, named by its notice, whole or not at all. */
export function folderTransport(folder: string): MailTransport {
  const transporter = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    send: async ({ noticeId, ...mail }) => {
      const { message } = await transporter.sendMail(mail);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const target = path.join(folder, `${noticeId}.eml`);
      const file = await open(`${target}.part`, 'w', 0o600);
      try {
        await file.writeFile(message as Buffer); // `buffer: true` above makes it one
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${target}.part`, target);
    },
    close: () => {},
  };
}
