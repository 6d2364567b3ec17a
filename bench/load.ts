import { spawn } from 'node:child_process';
import path from 'node:path';

const autocannon = path.join(import.meta.dirname, '..', 'node_modules', '.bin', 'autocannon');

/** Requests a second on one address, sent by a process of its own. Throws where an answer is not 200. */
export async function load(url: string, cookie: string, seconds: number): Promise<number> {
  const args = [
    '--json',
    '--connections',
    '16',
    '--duration',
    `${seconds}`,
    '--headers',
    `cookie=${cookie}`,
    url,
  ];
  const child = spawn(autocannon, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  await new Promise((resolve) => child.on('close', resolve));
  const result = JSON.parse(output) as { requests: { average: number }; non2xx: number; errors: number }; // autocannon's own report
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} did not answer 200 throughout.`);
  return result.requests.average;
}
