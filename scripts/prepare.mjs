// Runs before `npm start` and `npm test`, perhaps on an old Node and with nothing installed:
// plain JavaScript for Node 20, without dependencies.
// --build: also builds the pages; --browser: also makes sure that a Chromium is there for the journeys.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const at = (...parts) => path.join(root, ...parts);
const wanted = new Set(process.argv.slice(2));
const binFolder = at('node_modules', '.bin');
const oldestNode = 26;

if (wanted.has('--browser')) provideBrowser();
install();
checkNode();
if (wanted.has('--build')) build();

function provideBrowser() {
  if (existsSync('/usr/bin/chromium')) return;
  const command = 'apt-get update && apt-get install -y chromium fonts-liberation';
  if (process.getuid?.() !== 0) {
    fail(`The journeys need Chromium at /usr/bin/chromium. Install it with:\n  sudo sh -c '${command}'`);
  }
  say('Installing Chromium for the journeys …');
  run('sh', ['-c', command], { DEBIAN_FRONTEND: 'noninteractive' });
}

function install() {
  const lock = readFileSync(at('package-lock.json'));
  const hash = sha256([lock, process.platform, process.arch]);
  const kept = at('node_modules', '.duologue-installed');
  if (read(kept) === hash) return;
  if (!isInstalled(JSON.parse(lock.toString()))) {
    requireWriteAccess();
    say('Installing dependencies (once; again when they change) …');
    // npm empties node_modules, where the Node that runs this may live: npm gets one from elsewhere.
    const PATH = process.env.PATH.split(path.delimiter).filter(
      (folder) => !folder.endsWith(path.join('node_modules', '.bin')),
    );
    run('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'], {
      PATH: PATH.join(path.delimiter),
    });
  }
  writeFileSync(kept, hash);
}

/** Whether somebody ran `npm ci` already: npm keeps a list of what it installed. Only optional parts may be absent. */
function isInstalled(lock) {
  const list = read(at('node_modules', '.package-lock.json'));
  if (list === null) return false;
  const installed = JSON.parse(list).packages;
  return Object.entries(lock.packages).every(([name, entry]) => {
    if (name === '') return true;
    if (installed[name] === undefined) return entry.optional === true || entry.devOptional === true;
    return installed[name].integrity === entry.integrity;
  });
}

function checkNode() {
  const own = path.join(binFolder, 'node');
  const version = existsSync(own)
    ? spawnSync(own, ['--version'], { encoding: 'utf8' }).stdout
    : process.version;
  if (Number.parseInt(String(version).replace('v', ''), 10) >= oldestNode) return;
  fail(
    `Duologue needs Node ${oldestNode} or newer, and this is ${String(version).trim() || 'one that does not start'}. ` +
      `On Linux with glibc it comes along by itself (npm ci --include=optional); elsewhere install it from https://nodejs.org.`,
  );
}

function build() {
  const kept = at('dist', '.built-from');
  const hash = sha256(
    sources()
      .map((file) => [path.relative(root, file), readFileSync(file)])
      .flat(),
  );
  if (read(kept) === hash) return;
  requireWriteAccess();
  say('Building the pages …');
  run('npm', ['run', '--silent', 'build'], { PATH: binFolder + path.delimiter + process.env.PATH });
  writeFileSync(kept, hash);
}

/** Everything that the pages are made of. The server's own files are not. */
function sources() {
  const files = ['index.html', 'vite.config.ts', 'package-lock.json', 'scripts/compress-assets.ts'].map(
    (file) => at(file),
  );
  return [...files.filter((file) => existsSync(file)), ...filesIn(at('src')), ...filesIn(at('public'))];
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name))
    .flatMap((entry) => {
      if (statSync(entry).isDirectory()) return path.basename(entry) === 'server' ? [] : filesIn(entry);
      return /\.test\.tsx?$/.test(entry) ? [] : [entry];
    });
}

function sha256(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

function requireWriteAccess() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    fail(`${root} belongs to somebody else: run this as a user who may write there.`);
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Quiet unless it fails. */
function run(command, args, env) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0)
    fail(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\n${command} ${args.join(' ')} failed.`);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
