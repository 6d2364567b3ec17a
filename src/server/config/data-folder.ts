import { access, constants, mkdir } from 'node:fs/promises';
import { ConfigError } from './config.ts';

/**
 * Makes the data folder if it is missing. As root, others may cross it (not list it): PostgreSQL refuses root
 * and runs as another user. What lies inside is private itself.
 */
export async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new ConfigError([`DATA_DIR: ${dataDir} must be a folder that this user may make and write to`]);
  }
}
