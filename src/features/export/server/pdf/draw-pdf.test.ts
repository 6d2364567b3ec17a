import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

it('keeps no process alive that has drawn something and has nothing else to do', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'duologue-draw-'));
  const file = path.join(folder, 'draw.mjs');
  await writeFile(
    file,
    `import { drawPdf } from ${JSON.stringify(new URL('draw-pdf.ts', import.meta.url).href)};
    // No record: it can't be drawn, which the thread says in words.
    await drawPdf({}, 'UTC', 'a4').catch((error) => console.log(error instanceof Error));`,
  );
  const child = spawn(process.execPath, [file], { timeout: 10_000 });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = await once(child, 'exit');
  await rm(folder, { recursive: true });
  expect(said).toBe('true\n');
  expect(code).toBe(0);
}, 30_000);
