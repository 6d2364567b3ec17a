import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import { dbOn } from '../../../server/database/query.ts';
import type { FileStorage } from '../../../server/storage/file-storage.ts';
import { sweepFiles } from './sweep-files.ts';

const everyHour = 3600_000;
/** The start has other things to do. */
const firstAfter = 60_000;

/** Sweeps every hour, in each process: what one has deleted the others no longer find. Answers how to stop. */
export function startSweeping(worker: pg.Pool, storage: FileStorage, log: FastifyBaseLogger): () => void {
  const sweep = () => {
    sweepFiles(dbOn(worker), storage, new Date()).catch((error: unknown) =>
      log.warn({ err: error }, 'files that are left over could not be swept'),
    );
  };
  const first = setTimeout(sweep, firstAfter);
  const every = setInterval(sweep, everyHour);
  return () => {
    clearTimeout(first);
    clearInterval(every);
  };
}
