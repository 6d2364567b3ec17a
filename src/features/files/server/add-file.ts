import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { Upload } from '../../../server/http/serve-upload.ts';
import { newId } from '../../../server/ids.ts';
import type { FileStorage } from '../../../server/storage/file-storage.ts';
import { Problem, problem } from '../../../shared/problems.ts';
import type { OutputOf } from '../../../shared/routes.ts';
import { countChange, prepareAct } from '../../one-on-ones/server/act-reach.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import type { ReachedOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { presentStanding } from '../../one-on-ones/server/standing-reach.ts';
import type { fileRoutes } from '../contract.ts';
import { fileName } from '../domain/file-name.ts';
import { mostFiles } from '../domain/limits.ts';
import { reachFile } from './file-queries.ts';
import { measureBytes } from './measure-bytes.ts';
import { presentFile } from './present-file.ts';

/**
 * Checked before a byte is read, so that nobody else's bytes reach the disk, and once more when they are safe:
 * minutes may lie between, in which the record was sent for approval or managing ended.
 */
export async function addFile(
  upload: Upload,
  storage: FileStorage,
  oneOnOneId: string,
): Promise<OutputOf<typeof fileRoutes.add.result>> {
  await upload.act(async (context) => prepareFile(context, oneOnOneId));
  const { name, bytes } = await upload.open();
  const id = newId();
  const { through, result } = measureBytes();
  let isSafe = false;
  try {
    // Where it breaks off, both ends hear of it; the storage has tidied up when it says so.
    const arriving = pipeline(bytes, through);
    arriving.catch(() => {});
    await storage.put(id, through);
    await arriving;
    isSafe = true;
    return await upload.act(async (context) => {
      const row = await prepareFile(context, oneOnOneId);
      const { db, viewer, now } = context;
      const values = { id, one_on_one_id: row.id, name: fileName(name), ...result() };
      await countChange(context, row);
      await db.run(build.insertInto('file').values({ ...values, added_by: viewer.id, added_at: now }));
      return {
        ...presentFile(await reachFile(db, row.id, id), true),
        oneOnOne: presentStanding(await reachOneOnOne(db, row.id), viewer.id),
      };
    });
  } catch (error) {
    // A lost connection leaves open whether the row was written. Then the bytes stay, and the sweep decides.
    if (!isSafe || error instanceof Problem) await storage.delete(id);
    throw error;
  }
}

async function prepareFile(context: Context, oneOnOneId: string): Promise<ReachedOneOnOne> {
  const row = await prepareAct(context, oneOnOneId, 'changeFiles');
  const counted = await context.db.first(
    sql<{ files: string }>`select count(*) as files from file where one_on_one_id = ${oneOnOneId}`,
  );
  if (Number(counted?.files) >= mostFiles) {
    throw problem('conflict', { detail: `A one-on-one holds ${mostFiles} files. Delete one first.` });
  }
  return row;
}
