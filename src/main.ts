import { existsSync } from 'node:fs';
import path from 'node:path';
import { createApplication } from './application.ts';
import { fillDemo } from './demo/fill-demo.ts';
import { mailSettings } from './features/mail/server/mail-settings.ts';
import { sendLeftovers, sendNotice } from './features/mail/server/send-notice.ts';
import { writeNotice } from './features/mail/server/write-notice.ts';
import { fillArchive } from './features/export/server/fill-archive.ts';
import { startSweepingArchives } from './features/export/server/sweep-archives.ts';
import { finishRecoveries } from './features/recovery/server/finish-recoveries.ts';
import { firstAdminLink, mailedLink } from './features/sign-in/server/invitation-links.ts';
import { startSweeping } from './features/files/server/start-sweeping.ts';
import { invitation } from './features/calendar/server/invitation.ts';
import { dueCounts } from './features/reminders/server/due-counts.ts';
import { endSeriesOfPastPairs } from './features/reminders/server/end-series-of-past-pairs.ts';
import { meetingsAhead } from './features/reminders/server/meetings-ahead.ts';
import { remindOfMeetings } from './features/reminders/server/remind-of-meetings.ts';
import { sendReminders } from './features/reminders/server/send-reminders.ts';
import { checkTargetsAgain, tellTargetHits } from './features/signals/server/tell-target-hits.ts';
import { fillLibrary } from './features/templates/server/fill-library.ts';
import { ConfigError, parseConfig } from './server/config/config.ts';
import type { Config } from './server/config/config.ts';
import { makeDataFolder } from './server/config/data-folder.ts';
import { databasePlace } from './server/config/database-place.ts';
import { loadSecretKey } from './server/config/secret-key.ts';
import { asOwner } from './server/database/as-owner.ts';
import { migrate } from './server/database/migrate.ts';
import { openPools, roleConnection } from './server/database/open.ts';
import type { Place } from './server/database/open.ts';
import { tryOwner } from './server/database/try-owner.ts';
import { startEmbeddedPostgres } from './server/embedded-postgres/start-embedded-postgres.ts';
import { listenLive } from './server/events/live.ts';
import type { Platform } from './server/http/context.ts';
import { throwAwayOld } from './server/jobs/throw-away-old.ts';
import { startWorker } from './server/jobs/work.ts';
import { logOptions } from './server/log/log-options.ts';
import { folderStorage } from './server/storage/folder-storage.ts';
import { openStorage } from './server/storage/open-storage.ts';
import { startLifecycle } from './server/process/lifecycle.ts';
import type { Lifecycle } from './server/process/lifecycle.ts';

const pagesFolder = path.join(import.meta.dirname, '..', 'dist');
const early = {
  info: (text: string) => console.log(text),
  warn: (text: string) => console.warn(text),
  error: (fields: object, text: string) => console.error(text, JSON.stringify(fields)),
};

async function start(config: Config, lifecycle: Lifecycle): Promise<void> {
  await makeDataFolder(config.dataDir);
  const secretKey = await loadSecretKey(config);
  const place = await openDatabase(config, lifecycle);
  await migrate(place, { secretKey });
  await asOwner(place, fillLibrary);

  const pools = await openPools(place, {
    secretKey,
    onError: () => early.warn('A database connection was lost.'),
  });
  lifecycle.onStop('database connections', pools.end);
  const baseUrl = new URL(config.baseUrl);
  const platform: Platform = {
    web: pools.web,
    signIn: pools.signIn,
    secretKey,
    baseUrl,
    clock: () => new Date(),
    timeZone: config.timeZone,
    mailLeaves: config.mail.smtpUrl !== null,
    announce: writeNotice,
    live: listenLive(roleConnection(place, secretKey, 'worker'), () =>
      early.warn('The connection for live events was lost; trying again.'),
    ),
    files: await openStorage(config),
    archives: folderStorage(path.join(config.dataDir, 'exports')),
    log: undefined,
  };
  lifecycle.onStop('live events', platform.live.stop);
  const mail = mailSettings(config, {
    worker: pools.worker,
    baseUrl,
    linkTo: mailedLink(platform),
    dueCounts: dueCounts(platform.clock, config.timeZone),
    meetingsAhead: meetingsAhead({ clock: platform.clock, timeZone: config.timeZone, baseUrl }),
    invitation: invitation({ clock: platform.clock, baseUrl, from: config.mail.from }),
  });
  const app = await createApplication(platform, {
    ...logOptions({ level: config.logLevel }),
    // A reverse proxy on this machine may say whose request it is; nobody else is believed.
    trustProxy: ['loopback', ...config.trustedProxies],
    pagesFolder: existsSync(path.join(pagesFolder, 'index.html')) ? pagesFolder : null,
    mailLeaves: config.mail.smtpUrl !== null,
  });
  platform.log = app.http.log;
  lifecycle.logTo(app.http.log);

  const demo = config.demo ? await fillDemo(platform, place) : null;
  const adminLink = demo === null ? await firstAdminLink(platform, place) : null;
  const worker = await startWorker(
    roleConnection(place, secretKey, 'worker'),
    {
      mail: (id) => sendNotice(mail, id),
      exports: async (id) => fillArchive({ platform, worker: pools.worker }, id),
      reminders: async () => {
        const settings = { worker: pools.worker, clock: platform.clock, timeZone: config.timeZone };
        await sendReminders(settings);
        await remindOfMeetings({ ...settings, log: app.http.log });
      },
      recoveries: async () => {
        await finishRecoveries(pools.worker);
      },
      'target-hits': async () => {
        await tellTargetHits({ worker: pools.worker, clock: platform.clock, timeZone: config.timeZone });
      },
      'targets-again': async () => checkTargetsAgain({ worker: pools.worker, clock: platform.clock }),
      'throwing-away': async () => {
        await throwAwayOld(pools.worker, platform.clock());
        await endSeriesOfPastPairs(pools.worker, platform.clock());
      },
    },
    app.http.log,
  );
  lifecycle.onStop('mail', () => mail.transport.close());
  lifecycle.onStop('jobs', worker.stop);
  lifecycle.onStop('files left over', startSweeping(pools.worker, platform.files, app.http.log));
  lifecycle.onStop('archives', startSweepingArchives(pools.worker, platform.archives, app.http.log));
  await listen(app.http, config);
  lifecycle.onStop('HTTP', () => app.http.close());
  const leftOver = (error: unknown) => app.http.log.warn({ err: error }, 'a mail was left over');
  sendLeftovers(mail, leftOver).catch(leftOver);
  greet(config, demo, adminLink);
}

async function listen(
  http: Awaited<ReturnType<typeof createApplication>>['http'],
  config: Config,
): Promise<void> {
  try {
    await http.listen({ port: config.port, host: config.host });
  } catch (error) {
    const reason = listenFaults[String((error as NodeJS.ErrnoException).code)];
    throw reason === undefined ? error : new ConfigError([reason]);
  }
}

const listenFaults: Record<string, string> = {
  EADDRINUSE: 'PORT: another program listens there. Stop it, or set PORT to another one',
  EACCES: 'PORT: this user may not listen there. Set PORT to 1024 or more',
  EADDRNOTAVAIL: 'HOST: this machine does not have that address',
  ENOTFOUND: 'HOST: no address is known for that name',
};

async function openDatabase(config: Config, lifecycle: Lifecycle): Promise<Place> {
  if (config.database.kind === 'external') {
    const place = databasePlace(config.database.url);
    await tryOwner(place);
    return place;
  }
  const { binDir } = config.database;
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log: early, binDir });
  lifecycle.onStop('PostgreSQL', async () => embedded.stop());
  void embedded.lost.then(async (lastWords) => {
    early.error({}, `PostgreSQL ended: ${lastWords}`);
    await lifecycle.stop('PostgreSQL ended', 1);
  });
  return embedded.connection;
}

function greet(config: Config, demo: string[] | null, adminLink: string | null): void {
  const lines = ['', `Duologue is ready: ${config.baseUrl}`];
  if (config.mail.smtpUrl === null) {
    lines.push(
      `No mail leaves (SMTP_URL is not set): mails are kept in ${path.join(config.dataDir, 'mail')}`,
    );
  }
  if (demo !== null)
    lines.push(
      '',
      'Sign in to the demo company with the password duologue-demo as',
      ...demo.map((line) => `  ${line}`),
    );
  if (adminLink !== null) {
    lines.push(
      '',
      'There is no admin yet. Open this link within an hour to become the first one:',
      `  ${adminLink}`,
    );
  }
  console.log([...lines, ''].join('\n'));
}

const lifecycle = startLifecycle({ log: early, underNpm: process.env['npm_lifecycle_event'] !== undefined });
try {
  await start(parseConfig(process.env, process.argv.slice(2)), lifecycle);
} catch (error) {
  // Faults of the configuration and of the start are for whoever installs it; nothing was served yet.
  console.error(error instanceof ConfigError ? error.message : error);
  await lifecycle.stop('The start failed', 1);
}
