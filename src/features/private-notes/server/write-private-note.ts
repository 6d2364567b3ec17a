import { sql } from 'kysely';
import { json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { reachForWriting } from '../../one-on-ones/server/one-on-one-reach.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { PrivateNote } from '../contract.ts';
import { findNote } from './find-note.ts';

const nothing: RichText = { type: 'doc', content: [] };

/** For every reader, in every state; nobody is told and nothing is recorded. What is cleared still counts its version. */
export async function writePrivateNote(
  { db, viewer, now }: Context,
  id: string,
  { text, version }: { text: RichText | null; version: number },
): Promise<PrivateNote> {
  await reachForWriting(db, id);
  const before = await findNote(db, id);
  if (before.version !== version) throw problem('stale_version', { current: before });
  await db.run(sql`
    insert into private_note (one_on_one_id, author_id, body, version, updated_at)
    values (${id}, ${viewer.id}, ${json(text ?? nothing)}, 1, ${now})
        on conflict (one_on_one_id, author_id)
        do update set body = excluded.body, version = private_note.version + 1, updated_at = excluded.updated_at`);
  return findNote(db, id);
}
