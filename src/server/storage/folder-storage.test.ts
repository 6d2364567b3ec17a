import { chmod, mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { FileStorage } from './file-storage.ts';
import { folderStorage } from './folder-storage.ts';

const newFolder = async () => path.join(await mkdtemp(path.join(tmpdir(), 'duologue-files-')), 'files');
const id = '019a5b7e-0000-7000-8000-000000000001';

async function read(storage: FileStorage, name: string): Promise<string> {
  const bytes = await storage.get(name);
  return bytes === null ? 'nothing' : text(bytes);
}

describe('the folder of files', () => {
  it('gives back what was put, for its owner alone', async () => {
    const folder = await newFolder();
    const storage = folderStorage(folder);
    await storage.put(id, Readable.from([Buffer.from('one '), Buffer.from('two')]));
    expect(await read(storage, id)).toBe('one two');
    expect((await stat(path.join(folder, id))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await writeFile(path.join(folder, 'README'), 'put there by somebody else');
    const listed = await Array.fromAsync(storage.list());
    expect(listed).toEqual([{ name: id, storedAt: expect.any(Date) }]);
    await storage.delete(id);
    await storage.delete(id);
    expect(await storage.get(id)).toBeNull();
  });

  it('keeps nothing of bytes that break off, nor where it cannot write', async () => {
    const folder = await newFolder();
    const storage = folderStorage(folder);
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(100_000);
        throw new Error('cut off');
      })(),
    );
    await expect(storage.put(id, broken)).rejects.toThrow('cut off');
    expect(await readdir(folder)).toEqual([]);
  });

  it('tells what is not there from what cannot be read', async () => {
    const storage = folderStorage(`${await newFolder()}\0`);
    await expect(storage.get(id)).rejects.toThrow('null bytes');
  });

  it('never overwrites, and never leaves its folder', async () => {
    const folder = await newFolder();
    const storage = folderStorage(folder);
    await storage.put(id, Readable.from(['first']));
    await storage.delete('../files/other');
    expect(await read(storage, `../${id}`)).toBe('first');
    expect(await storage.get('../../etc/passwd')).toBeNull();
    await chmod(folder, 0o700);
  });
});
