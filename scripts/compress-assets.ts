import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

// Runs after `vite build`: removes the assets of releases before the last one, then writes a brotli copy beside
// every file that gains by it. Assets of the last release stay: a tab opened before an upgrade asks for its chunks.

const dist = join(import.meta.dirname, '..', 'dist');
const releasesFile = join(dist, '.vite', 'releases.json');
const compress = promisify(brotliCompress);

interface ManifestEntry {
  file: string;
  css?: string[];
  assets?: string[];
}

async function readJson<T>(path: string, otherwise: T): Promise<T> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T; // both files are written by the build itself
  } catch {
    return otherwise;
  }
}

async function filesOfThisBuild(): Promise<string[]> {
  const manifest = await readJson<Record<string, ManifestEntry>>(join(dist, '.vite', 'manifest.json'), {});
  const files = Object.values(manifest).flatMap((entry) => [
    entry.file,
    ...(entry.css ?? []),
    ...(entry.assets ?? []),
  ]);
  return [...new Set(files)].sort();
}

/** The last two different builds, newest first. */
async function recordRelease(): Promise<string[][]> {
  const current = await filesOfThisBuild();
  const known = await readJson<string[][]>(releasesFile, []);
  const previous = known.find((files) => JSON.stringify(files) !== JSON.stringify(current));
  const releases = previous === undefined ? [current] : [current, previous];
  await writeFile(releasesFile, JSON.stringify(releases));
  return releases;
}

async function removeOlderThan(releases: string[][]): Promise<void> {
  const kept = new Set(releases.flat());
  for (const name of await readdir(join(dist, 'assets'))) {
    const file = `assets/${name}`;
    if (!kept.has(file.replace(/\.br$/, ''))) await rm(join(dist, file));
  }
}

async function compressAll(): Promise<void> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const present = new Set(files);
  const wanted = files.filter(
    (file) => /\.(?:js|css|html|svg|json|txt)$/.test(file) && !file.includes('/.vite/'),
  );
  await Promise.all(
    wanted.map(async (file) => {
      // A hashed name never changes its content, so its copy is made once.
      if (file.includes('/assets/') && present.has(`${file}.br`)) return;
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      };
      await writeFile(`${file}.br`, await compress(await readFile(file), { params }));
    }),
  );
}

await removeOlderThan(await recordRelease());
await compressAll();
