import { existsSync, readFileSync, rmSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inUse } from './folder-lock.ts';
import { birthOf, processesIn } from './running-processes.ts';

interface PostmasterPid {
  pid: number;
  socketDir: string;
  status: string;
  text: string;
}

/** What postmaster.pid says: the process on line 1, the socket folder on line 5, the status on line 8. */
export function readPostmasterPid(cluster: string): PostmasterPid | null {
  try {
    const text = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8');
    const lines = text.split('\n');
    return { pid: Number(lines[0]), socketDir: lines[4] ?? '', status: lines[7]?.trim() ?? '', text };
  } catch {
    return null;
  }
}

/**
 * Stops a PostgreSQL that outlived the process that started it, and waits for one that is stopping already.
 * To be called by the holder of the folder's lock only.
 */
export async function stopOrphan(cluster: string, dataDir: string, port: number): Promise<void> {
  const left = readPostmasterPid(cluster);
  if (!left) return;
  const folder = await realpath(cluster);
  const steps = [
    { signal: 'SIGINT', seconds: 30 },
    { signal: 'SIGQUIT', seconds: 10 },
  ] as const;
  for (const { signal, seconds } of steps) {
    if (processesIn(folder, left.pid).includes(left.pid)) process.kill(left.pid, signal);
    if (await gone(folder, left.pid, seconds)) break;
  }
  const rest = processesIn(folder, left.pid);
  if (rest[0] !== undefined) throw inUse(dataDir, rest[0]);
  if (await answers(path.join(left.socketDir, `.s.PGSQL.${port}`))) throw inUse(dataDir, null);
  // PostgreSQL refuses to start while the number in a stale file belongs to whichever process now has it.
  if (birthOf(left.pid) !== null) rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

async function gone(folder: string, postmaster: number, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (processesIn(folder, postmaster).length === 0) return true;
    await sleep(20);
  }
  return false;
}

/** Two containers on one volume do not see each other's processes, but they do share the socket. */
function answers(socket: string): Promise<boolean> {
  if (!existsSync(socket)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
  });
}
