// `npm run dev`: the pages from Vite's server, the rest from a server that restarts when its files change.
// Further arguments go to the server: `npm run dev -- --no-demo`.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createServer } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const pagesPort = 5173;
const port = process.env['PORT'] ?? '3000';
const target = `http://127.0.0.1:${port}`;

const server = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', 'src/main.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    // Links in mails, and the check of a request's origin, go by the address that is open in the browser.
    env: { ...process.env, PORT: port, BASE_URL: process.env['BASE_URL'] ?? `http://127.0.0.1:${pagesPort}` },
  },
);

const pages = await createServer({
  root,
  server: {
    host: '127.0.0.1',
    port: pagesPort,
    strictPort: true,
    proxy: { '/api': { target, xfwd: false }, '/health': { target } },
  },
});
await pages.listen();
pages.printUrls();

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  server.kill('SIGTERM');
  await pages.close();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
server.on('exit', (code) => {
  process.exitCode = code ?? 0;
  void end();
});
