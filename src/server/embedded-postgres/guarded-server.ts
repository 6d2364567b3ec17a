import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandAs } from './account.ts';
import type { PostgresAccount } from './account.ts';
import { readPostmasterPid } from './orphan.ts';

/**
 * Node may be killed without a chance to clean up. So PostgreSQL runs below a small shell that waits on a pipe
 * from Node and stops PostgreSQL when the pipe ends, whatever ended it.
 */
const guard = `
exec 3<&0 0</dev/null
"$@" 3<&- &
postgres=$!
{ read -r _ <&3; kill -INT "$postgres"; } &
watch=$!
exec 3<&-
wait "$postgres"
code=$?
kill "$watch" 2>/dev/null
exit "$code"
`;

export interface GuardedServer {
  /** Settles when PostgreSQL has ended, for whatever reason, with its last words. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

export interface ServerLog {
  info(message: string): void;
  warn(message: string): void;
}

interface ServerOptions {
  account: PostgresAccount;
  postgres: string;
  cluster: string;
  settings: Record<string, string>;
  log: ServerLog;
}

/** Starts PostgreSQL and waits until it takes connections. */
export async function startGuardedServer(options: ServerOptions): Promise<GuardedServer> {
  const { account, postgres, cluster, settings, log } = options;
  const args = [
    '-D',
    cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  // A killed server leaves its file behind, and that one says `ready` too.
  const stale = readPostmasterPid(cluster)?.text;
  const command = commandAs(account, 'sh', ['-c', guard, 'sh', postgres, ...args]);
  // Detached: Ctrl-C in the terminal must reach Node alone, which then stops PostgreSQL as the last of all.
  const child = spawn(command.file, command.args, {
    ...command.options,
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  const lastWords: string[] = [];
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      lastWords.splice(0, Math.max(0, lastWords.length - 9));
      lastWords.push(line);
      if (/ (PANIC|WARNING): /.test(line)) log.warn(`postgres: ${line}`);
    });
  }
  let over = false;
  const ended = new Promise<string>((resolve) => {
    const end = (why: string) => {
      over = true;
      resolve(why);
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code, signal) => end([`exit ${code ?? signal}`, ...lastWords].join('\n')));
  });
  child.stdin?.on('error', () => undefined); // the guard is gone already

  const began = performance.now();
  let told = false;
  const isReady = () => {
    const now = readPostmasterPid(cluster);
    return now?.status === 'ready' && now.text !== stale;
  };
  while (!isReady()) {
    if (over) throw new Error(`PostgreSQL in ${path.dirname(cluster)} did not start: ${await ended}`);
    if (!told && performance.now() - began > 5000) {
      told = true;
      log.info('PostgreSQL is still starting: it repairs what a crash left behind.');
    }
    await sleep(5);
  }

  return {
    ended,
    async stop() {
      child.stdin?.end();
      for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
        const done = await Promise.race([ended.then(() => true), sleep(20_000, false, { ref: false })]);
        if (done) return;
        const pid = readPostmasterPid(cluster)?.pid;
        if (pid !== undefined) process.kill(pid, signal);
      }
      await ended;
    },
  };
}
