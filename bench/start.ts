import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Seconds from `npm start` to ready. */
async function startOnce(dataDir: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const env = { ...process.env, PORT: `${port}`, DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
  const child = spawn('npm', ['start'], { cwd: root, env, stdio: 'ignore', detached: true });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (ready?.status === 200) break;
    if (child.exitCode !== null) throw new Error('npm start ended before it was ready.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const seconds = (performance.now() - began) / 1000;
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await ended;
  // npm ends before the product that it started.
  while (await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => null)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return seconds;
}

/** On an installed and built tree: the first start, which makes the database and the demo, and the next. */
export async function measureStart(): Promise<{ first: number; next: number }> {
  // npm ends before the product that it started has ended.
  const patient = { recursive: true, force: true, maxRetries: 50, retryDelay: 200 };
  const dataDir = await mkdtemp(path.join(tmpdir(), 'duologue-start-'));
  await chmod(dataDir, 0o711);
  try {
    await startOnce(dataDir); // installs and builds where that is still to do
    const next = await startOnce(dataDir);
    await rm(dataDir, patient);
    return { first: await startOnce(dataDir), next };
  } finally {
    await rm(dataDir, patient);
  }
}
