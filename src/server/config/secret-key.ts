import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from './config.ts';
import { makeDataFolder } from './data-folder.ts';

/**
 * The key from which passwords of roles and signatures derive. With the embedded database it is made at the
 * first start and kept in the data folder, for the owner of the folder alone.
 */
export async function loadSecretKey(config: Pick<Config, 'secretKey' | 'dataDir'>): Promise<string> {
  if (config.secretKey !== null) return config.secretKey;
  await makeDataFolder(config.dataDir);
  const file = path.join(config.dataDir, 'secret-key');
  await writeFile(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    },
  );
  const key = (await readFile(file, 'utf8')).trim();
  if (key.length < 32) {
    throw new Error(
      `${file} is damaged. Put the key back from a back-up; without it, invitations that are under way stop working.`,
    );
  }
  return key;
}
