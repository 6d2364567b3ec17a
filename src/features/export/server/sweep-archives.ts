import type { FastifyBaseLogger } from 'fastify';
import { sql } from 'kysely';
import type pg from 'pg';
import { dbOn } from '../../../server/database/query.ts';
import type { FileStorage } from '../../../server/storage/file-storage.ts';
import { idSchema } from '../../../shared/ids.ts';

const everyHour = 3600_000;
const firstAfter = 70_000;

/** Lets go what a day has passed over, and the bytes of whatever export is gone. Answers how many files went. */
export async function sweepArchives(worker: pg.Pool, archives: FileStorage): Promise<number> {
  const listed: { name: string; id: string }[] = [];
  for await (const { name } of archives.list()) {
    const id = name.replace(/\.part$/, '');
    if (idSchema.safeParse(id).success) listed.push({ name, id });
  }
  const gone = await dbOn(worker).all(
    sql<{ id: string }>`select id from app.sweep_exports(${listed.map(({ id }) => id)}::uuid[]) as id`,
  );
  const ids = new Set(gone.map(({ id }) => id));
  const swept = listed.filter(({ id }) => ids.has(id));
  for (const { name } of swept) await archives.delete(name);
  return swept.length;
}

/** Every hour, in each process: the archives lie where they were made. Answers how to stop. */
export function startSweepingArchives(
  worker: pg.Pool,
  archives: FileStorage,
  log: FastifyBaseLogger,
): () => void {
  const sweep = () => {
    sweepArchives(worker, archives).catch((error: unknown) =>
      log.warn({ err: error }, 'archives that are over could not be swept'),
    );
  };
  const first = setTimeout(sweep, firstAfter);
  const every = setInterval(sweep, everyHour);
  return () => {
    clearTimeout(first);
    clearInterval(every);
  };
}
