// `npm run dev`: the pages from Vite's server, the rest from a server that restarts when its files change.
// Further arguments go to the server: `npm run dev -- --no-demo`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createServer } from 'vite';
import { startLifecycle } from '../src/server/process/lifecycle.ts';

const root = path.resolve(import.meta.dirname, '..');
const pagesPort = 5173;
const port = process.env['PORT'] ?? '3000';
const target = `http://127.0.0.1:${port}`;

const lifecycle = startLifecycle({
  log: { info: console.log, error: (fields, text) => console.error(text, fields) },
  underNpm: process.env['npm_lifecycle_event'] !== undefined,
});

const pages = await createServer({
  root,
  server: {
    host: '127.0.0.1',
    port: pagesPort,
    strictPort: true,
    proxy: { '/api': target, '/health': target },
  },
});
lifecycle.onStop('pages', () => pages.close());
await pages.listen();
pages.printUrls();

const args = ['--watch', '--watch-preserve-output', 'src/main.ts', ...process.argv.slice(2)];
const server = spawn(process.execPath, args, {
  cwd: root,
  stdio: 'inherit',
  // Links in mails, and the check of a request's origin, go by the address that is open in the browser.
  env: { ...process.env, PORT: port, BASE_URL: process.env['BASE_URL'] ?? `http://127.0.0.1:${pagesPort}` },
});
server.on('exit', (code) => void lifecycle.stop('the server has ended', code ?? 0));
lifecycle.onStop('server', async () => {
  if (server.exitCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
});
