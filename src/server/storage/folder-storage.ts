import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStorage, StoredObject } from './file-storage.ts';

/** Keeps files in a folder of this machine, for the owner of the folder alone. */
export function folderStorage(folder: string): FileStorage {
  const placeOf = (name: string) => path.join(folder, path.basename(name));
  return {
    put: async (id, bytes) => {
      const part = await writePart(folder, id, bytes);
      await rename(part, placeOf(id));
      await syncFolder(folder);
    },
    get: async (id) => {
      const stream = createReadStream(placeOf(id));
      try {
        await once(stream, 'open');
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
      return stream;
    },
    delete: async (name) => rm(placeOf(name), { force: true }),
    list: () => listFolder(folder),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Writes what comes to a file that has no name yet; whatever goes wrong on the way, nothing stays. */
export async function writePart(
  folder: string,
  id: string,
  bytes: Readable,
  see: (chunk: Buffer) => unknown = () => {},
): Promise<string> {
  const part = path.join(folder, `${id}.part`);
  const seen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      see(chunk);
      done(null, chunk);
    },
  });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(part, 'wx', 0o600);
    // Flushed to the disk before it gets its name: a power cut leaves the whole file or none.
    await pipeline(bytes, seen, file.createWriteStream({ flush: true }));
    return part;
  } catch (error) {
    bytes.destroy();
    await rm(part, { force: true });
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A file by its id, or what a write that was cut off has left. What somebody else put there is none of ours. */
const isOurs = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?:\.part)?$/;

export async function* listFolder(folder: string): AsyncGenerator<StoredObject> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for await (const { name } of await opendir(folder)) {
    if (!isOurs.test(name)) continue;
    const found = await stat(path.join(folder, name)).catch(() => null);
    if (found?.isFile() === true) yield { name, storedAt: found.mtime };
  }
}
