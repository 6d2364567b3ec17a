import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { tokenHash } from '../../../server/tokens.ts';
import { problem } from '../../../shared/problems.ts';
import type { Archive } from '../contract.ts';
import type { ArchiveKind } from '../domain/archives.ts';
import type { Format, Paper } from '../domain/formats.ts';
import { reachArchive } from './archive-queries.ts';
import { grantToken } from './grant-token.ts';

interface Wanted {
  what: ArchiveKind;
  format: Format;
  paper?: Paper | undefined;
}

/** The grant is made in the request of whoever asks; the row's own trigger hands the job over. */
export async function startArchive(
  { db, viewer }: Context,
  secretKey: string,
  { what, format, paper = 'a4' }: Wanted,
): Promise<Archive> {
  const id = newId();
  const started = await db.run(sql`
    insert into export_job (id, person_id, what, format, paper)
    values (${id}, ${viewer.id}, ${what}, ${format}, ${paper})
        on conflict (person_id) where state in ('waiting', 'running') do nothing`);
  if (started === 0) {
    throw problem('conflict', {
      detail: 'An export of yours is under way. Wait until it is ready, or cancel it.',
    });
  }
  await db.run(sql`select app.mint_grant(${id}, ${tokenHash(grantToken(secretKey, id))})`);
  return reachArchive(db, id);
}
