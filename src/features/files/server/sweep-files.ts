import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { FileStorage } from '../../../server/storage/file-storage.ts';
import { idSchema } from '../../../shared/ids.ts';

const aDay = 24 * 3600_000;
const batch = 500;

/**
 * Deletes the bytes that belong to no file any more: of one-on-ones that were deleted, and of uploads that a crash
 * cut off. What is younger than a day may be on its way. Answers how many went.
 */
export async function sweepFiles(worker: Db, storage: FileStorage, now: Date): Promise<number> {
  const old: string[] = [];
  for await (const { name, storedAt } of storage.list()) {
    if (now.getTime() - storedAt.getTime() > aDay) old.push(name);
  }
  let swept = 0;
  for (let at = 0; at < old.length; at += batch) {
    const names = old.slice(at, at + batch);
    const ids = names.filter((name) => idSchema.safeParse(name).success);
    const leftOver = await worker.all(
      sql<{ id: string }>`select id from app.files_left_over(${ids}::uuid[]) as id`,
    );
    const gone = new Set(leftOver.map(({ id }) => id));
    for (const name of names.filter((one) => gone.has(one) || !ids.includes(one))) {
      await storage.delete(name);
      swept += 1;
    }
  }
  return swept;
}
