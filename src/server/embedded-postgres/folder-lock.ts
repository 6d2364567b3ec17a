import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { birthOf } from './running-processes.ts';

const holderSchema = z.object({ pid: z.number(), birth: z.string() });
type Holder = z.infer<typeof holderSchema>;

/**
 * Holds `file` for this process until released. A file left by a killed process is taken over.
 * PostgreSQL has a lock of its own; this one tells a living owner from an orphan, and says what to do.
 */
export async function lockFolder(file: string, dataDir: string): Promise<() => Promise<void>> {
  const mine: Holder = { pid: process.pid, birth: birthOf(process.pid) ?? '' };
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    while (!(await linked(draft, file))) {
      const holder = await holderOf(file);
      if (holder && birthOf(holder.pid) === holder.birth) throw inUse(dataDir, holder.pid);
      await removeStale(file, `${draft}.stale`, dataDir);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return () => rm(file, { force: true });
}

export function inUse(dataDir: string, pid: number | null): Error {
  const who = pid === null ? 'another process, perhaps in another container' : `process ${pid}`;
  return new Error(
    `The data folder ${dataDir} is in use by ${who}. Stop that one first, or set DATA_DIR to another folder.`,
  );
}

async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the file aside before it is removed: a quicker starter may have put its own there meanwhile. */
async function removeStale(file: string, aside: string, dataDir: string): Promise<void> {
  await rename(file, aside).catch(() => undefined);
  const holder = await holderOf(aside);
  if (holder && birthOf(holder.pid) === holder.birth) {
    await linked(aside, file);
    await rm(aside, { force: true });
    throw inUse(dataDir, holder.pid);
  }
  await rm(aside, { force: true });
}

async function holderOf(file: string): Promise<Holder | null> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null; // absent, or cut short by a crash
  }
}
