import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';

const module = JSON.stringify(path.join(import.meta.dirname, 'lifecycle.ts'));

/** A Node with a lifecycle in which `body` runs; it says `up` when it has begun. */
function program(body: string, underNpm = false): string {
  return `
    const { startLifecycle } = await import(${module});
    const log = { info: (text) => console.log(text), error: (fields, text) => console.log(text, JSON.stringify(fields)) };
    const lifecycle = startLifecycle({ log, underNpm: ${underNpm} });
    setInterval(() => undefined, 1000);
    ${body}
    console.log('up', process.pid);`;
}

async function run(script: string, act: (pid: number, lines: string[]) => void, wrap: string[] = []) {
  const node = [process.execPath, '--input-type=module', '-e', script];
  const command = [...wrap, ...node];
  const child = spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    const pid = /^up (\d+)/.exec(line)?.[1];
    if (pid !== undefined) act(Number(pid), lines);
  });
  // `close` comes when every holder of the pipes has ended, so a process left behind would be noticed.
  const closed = once(child, 'close');
  const [code] = await once(child, 'exit');
  await closed;
  return { code, lines: lines.filter((line) => !line.startsWith('up')), errors };
}

describe('the end of the process', () => {
  it('ends what was begun, the last first, and then itself', async () => {
    const body = `
      lifecycle.onStop('a', async () => console.log('a ended'));
      lifecycle.onStop('b', async () => console.log('b ended'));`;
    const { code, lines } = await run(program(body), (pid) => process.kill(pid, 'SIGTERM'));
    expect({ code, lines }).toEqual({ code: 0, lines: ['Stopping: SIGTERM', 'b ended', 'a ended'] });
  });

  it('ends the rest when one part fails, and says so without its words', async () => {
    const body = `
      lifecycle.onStop('a', async () => console.log('a ended'));
      lifecycle.onStop('b', async () => { throw new Error('planted'); });`;
    const { code, lines } = await run(program(body), (pid) => process.kill(pid, 'SIGINT'));
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('a ended');
    expect(lines.join()).toContain('b did not end well');
    expect(lines.join()).not.toContain('planted');
  });

  it('ends at once on a second signal', async () => {
    const body = `
      lifecycle.onStop('slow', () => { process.kill(process.pid, 'SIGINT'); return new Promise(() => undefined); });`;
    const { code } = await run(program(body), (pid) => process.kill(pid, 'SIGINT'));
    expect(code).toBe(130);
  });

  it('takes what the terminal sends and npm passes on for one signal', async () => {
    const body = `
      lifecycle.onStop('slow', async () => {
        process.kill(process.pid, 'SIGINT');
        await new Promise((resolve) => setTimeout(resolve, 100));
        console.log('slow ended');
      });`;
    const { code, lines } = await run(program(body, true), (pid) => process.kill(pid, 'SIGINT'));
    expect({ code, lines }).toEqual({ code: 0, lines: ['Stopping: SIGINT', 'slow ended'] });
  });

  it('ends in order after an error that nobody caught, without printing its words', async () => {
    const body = `
      lifecycle.onStop('a', async () => console.log('a ended'));
      setTimeout(() => { throw new Error('planted'); }, 50);`;
    const { code, lines, errors } = await run(program(body), () => undefined);
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('a ended');
    expect(lines.join() + errors).not.toContain('planted');
  });

  it('ends when npm is killed', async () => {
    const body = `lifecycle.onStop('a', async () => console.log('a ended'));`;
    const shell = ['sh', '-c', '"$@" & echo "shell $$"; wait', 'sh'];
    const { lines } = await run(
      program(body, true),
      (_, seen) => process.kill(Number(/^shell (\d+)/.exec(seen[0] ?? '')?.[1]), 'SIGKILL'),
      shell,
    );
    expect(lines.slice(1)).toEqual(['Stopping: npm has ended', 'a ended']);
  });
});
