import { spawnSync } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { lchown, lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { assertNever } from '../../shared/assert-never.ts';

/**
 * PostgreSQL refuses to run as root. `same`: we are not root. `other`: run it as that user.
 * `namespace`: in a user namespace, where root goes by another number but still opens root's own folders.
 */
export type PostgresAccount =
  | { kind: 'same' }
  | { kind: 'other'; uid: number; gid: number }
  | { kind: 'namespace' };

const nobody = 65534;

export interface Command {
  file: string;
  args: string[];
  options: SpawnOptions;
}

/** The command as it is started for this account. Nothing of our own environment, and so no secret, goes along. */
export function commandAs(account: PostgresAccount, file: string, args: string[]): Command {
  const options: SpawnOptions = {
    cwd: '/',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' },
  };
  switch (account.kind) {
    case 'same':
      return { file, args, options };
    case 'other':
      return { file, args, options: { ...options, uid: account.uid, gid: account.gid } };
    case 'namespace':
      return {
        file: 'unshare',
        args: ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--', file, ...args],
        options,
      };
    default:
      return assertNever(account);
  }
}

/** As root: the owner of the data folder, else nobody; where that user cannot reach the folders, a namespace. */
export async function choosePostgresAccount(postgres: string, dataDir: string): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return { kind: 'same' };
  const owner = await lstat(dataDir);
  const other: PostgresAccount =
    owner.uid === 0
      ? { kind: 'other', uid: nobody, gid: nobody }
      : { kind: 'other', uid: owner.uid, gid: owner.gid };
  if (canReach(other, postgres, dataDir)) return other;
  if (canReach({ kind: 'namespace' }, postgres, dataDir)) return { kind: 'namespace' };
  throw new Error(
    `PostgreSQL refuses to run as root, and no other user can reach both ${postgres} and ${dataDir}. ` +
      'Start Duologue as an ordinary user, or name a running PostgreSQL by DATABASE_URL.',
  );
}

function canReach(account: PostgresAccount, postgres: string, dataDir: string): boolean {
  const test = commandAs(account, 'sh', ['-c', 'test -x "$1" && test -x "$2"', 'sh', postgres, dataDir]);
  return spawnSync(test.file, test.args, { ...test.options, stdio: 'ignore' }).status === 0;
}

/** Gives a folder and all in it to the account, where it is another's. Links are not followed. */
export async function giveFolder(account: PostgresAccount, folder: string): Promise<void> {
  if (account.kind === 'same') return;
  const { uid, gid } = account.kind === 'other' ? account : { uid: 0, gid: 0 };
  if ((await lstat(folder)).uid === uid) return;
  for (const entry of await readdir(folder, { recursive: true }))
    await lchown(path.join(folder, entry), uid, gid);
  // The folder itself comes last: its owner says that the work is complete.
  await lchown(folder, uid, gid);
}
