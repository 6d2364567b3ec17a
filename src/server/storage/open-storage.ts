import path from 'node:path';
import type { Config } from '../config/config.ts';
import type { FileStorage } from './file-storage.ts';
import { folderStorage } from './folder-storage.ts';
import { s3Storage } from './s3-storage.ts';

/** Where this installation keeps its files. */
export async function openStorage({
  files,
  dataDir,
}: Pick<Config, 'files' | 'dataDir'>): Promise<FileStorage> {
  const folder = path.join(dataDir, 'files');
  return files === null ? folderStorage(folder) : s3Storage(files, folder);
}
