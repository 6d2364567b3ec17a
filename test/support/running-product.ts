import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';

export interface RunningProduct {
  address: string;
  child: ChildProcess;
  output: () => string;
  /** Resolves with exit code or signal. */
  ended: Promise<string>;
  /** As one person: signs in and keeps the cookie. */
  signIn: (email: string) => Promise<Visitor>;
}

export interface Visitor {
  call: (method: string, url: string, body?: unknown) => Promise<{ status: number; body: any }>; // oxlint-disable-line typescript/no-explicit-any -- a test reads whatever came
}

const main = path.join(import.meta.dirname, '..', '..', 'src', 'main.ts');

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The product as people start it, in a process of its own, until it is ready. */
export async function startProduct(
  dataDir: string,
  env: Record<string, string> = {},
  args: string[] = [],
): Promise<RunningProduct> {
  const port = await freePort();
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'] ?? '', PORT: `${port}`, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const note = (data: Buffer) => void (output += data.toString());
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(`${code ?? signal}`)),
  );
  const address = `http://127.0.0.1:${port}`;
  const product = {
    address,
    child,
    output: () => output,
    ended,
    signIn: (email: string) => signIn(address, email),
  };
  // Also on a machine whose disk is busy with something else.
  for (let wait = 0; wait < 600; wait += 1) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`${address}/health/ready`).catch(() => null);
    if (ready?.status === 200) return product;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The product did not become ready:\n${output}`);
}

async function signIn(address: string, email: string): Promise<Visitor> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'duologue-demo' }),
  });
  if (answer.status !== 200) throw new Error(`Could not sign in: ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return {
    call: async (method, url, body) => {
      const response = await fetch(`${address}${url}`, {
        method,
        headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    },
  };
}
