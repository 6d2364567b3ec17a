import { fillArchive } from '../../src/features/export/server/fill-archive.ts';
import { expectStatus } from './expect-status.ts';
import { readZip } from './read-zip.ts';
import type { TestApp, TestPerson } from './test-app.ts';

/** What the job does, at once. */
export async function workExport(test: TestApp, id: string): Promise<void> {
  await fillArchive({ platform: test.platform, worker: test.pools.worker }, id);
}

export async function startExport(person: TestPerson, what: string, format: string): Promise<string> {
  return expectStatus(201, await person.post('/api/exports', { what, format })).id;
}

/** An archive from beginning to end: its entries by name. */
export async function exportAll(
  test: TestApp,
  person: TestPerson,
  what: string,
  format: string,
): Promise<Map<string, Buffer>> {
  const id = await startExport(person, what, format);
  await workExport(test, id);
  const { raw, status } = await person.get(`/api/exports/${id}/archive`);
  if (status !== 200) throw new Error(`There is no archive: ${status} ${raw.payload}`);
  return readZip(raw.rawPayload);
}
