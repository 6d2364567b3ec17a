import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { FileStorage } from '../../../server/storage/file-storage.ts';

/** Resolves when the bytes are on their way to the disk, so that memory holds one entry at a time. */
export type AddEntry = (name: string, bytes: Readable, isWords: boolean) => Promise<void>;

/** Keeps a ZIP of what `fill` adds; where that fails, or the disk does, nothing stays. */
export async function writeArchive(
  archives: FileStorage,
  id: string,
  mtime: Date,
  fill: (add: AddEntry) => Promise<void>,
): Promise<void> {
  await archives.delete(`${id}.part`); // of a process that ended in the middle of it
  const zip = new ZipFile();
  const out = zip.outputStream;
  if (!(out instanceof Readable)) throw new Error('The ZIP is no stream.');
  zip.on('error', (error: Error) => out.destroy(error));
  const kept = archives.put(id, out);
  kept.catch(() => {}); // awaited below
  const add: AddEntry = async (name, bytes, isWords) => {
    zip.addReadStream(bytes, name, { mtime, mode: 0o100600, compress: isWords });
    try {
      await Promise.race([finished(bytes), kept]);
    } finally {
      bytes.destroy();
    }
  };
  try {
    await fill(add);
    zip.end();
  } catch (error) {
    out.destroy(error instanceof Error ? error : new Error('The archive was given up.'));
    await kept.catch(() => {});
    throw error;
  }
  await kept;
}
