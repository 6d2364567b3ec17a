import path from 'node:path';
import type { Config } from '../../../server/config/config.ts';
import type { MailSettings } from './send-notice.ts';
import { folderTransport, smtpTransport } from './transport.ts';

type Given = Pick<
  MailSettings,
  'worker' | 'baseUrl' | 'linkTo' | 'dueCounts' | 'meetingsAhead' | 'invitation'
>;

export function mailSettings(config: Pick<Config, 'mail' | 'dataDir'>, given: Given): MailSettings {
  const { smtpUrl, from } = config.mail;
  return {
    ...given,
    from,
    clock: () => new Date(),
    transport: smtpUrl === null ? folderTransport(path.join(config.dataDir, 'mail')) : smtpTransport(smtpUrl),
  };
}
