import { mkdir } from 'node:fs/promises';

/**
 * Makes the data folder if it is missing. As root, others may cross it (not list it): PostgreSQL refuses root
 * and runs as another user. What lies inside is private itself.
 */
export async function makeDataFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}
