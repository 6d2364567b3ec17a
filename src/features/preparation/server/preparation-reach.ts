import { sql } from 'kysely';
import type { Db, Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import type { AnswerContent } from '../../one-on-ones/domain/content.ts';
import type { UpdatePart } from '../../one-on-ones/domain/given.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { ItemKind, ItemOptions } from '../../templates/domain/items.ts';

export type Update = { [Part in UpdatePart]?: RichText | undefined };

export interface PreparationRow {
  id: string;
  update: Update;
  answers: Record<string, AnswerContent>;
  /** As it was when it was sent. */
  asked: AskedBefore[];
  sent_at: string | null;
  version: number;
}

export interface AskedBefore {
  itemId: string;
  kind: ItemKind;
  prompt: string;
  options: ItemOptions | null;
}

export interface AskedRow {
  item_id: string;
  kind: ItemKind;
  prompt: string;
  options: ItemOptions | null;
}

/** What waits for the next meeting: the policies show a manager only what was sent. */
export async function openPreparation(db: Reader, seriesId: string): Promise<PreparationRow | undefined> {
  return db.first(sql<PreparationRow>`
    select id, update, answers, asked, sent_at, version
      from preparation
     where series_id = ${seriesId} and used_at is null
       and (sent_at is not null or employee_id = (select app.viewer_id()))`);
}

/** What the series' template asks the employee, in its order. */
export async function askedOf(db: Reader, seriesId: string): Promise<AskedRow[]> {
  return db.all(sql<AskedRow>`
    select item_id, kind, prompt, case options when 'null' then null else options end as options
      from app.asked_before_meeting(${seriesId}) order by place`);
}

/** When a meeting takes it into its record. The caller has locked the series. */
export async function usePreparation(db: Db, id: string, now: Date): Promise<void> {
  const used = await db.run(
    sql`update preparation set used_at = ${now} where id = ${id} and used_at is null and sent_at is not null`,
  );
  if (used === 0)
    throw problem('conflict', { detail: 'The update was taken back this moment. Start again.' });
}
