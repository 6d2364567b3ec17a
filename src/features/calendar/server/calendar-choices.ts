import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Reader } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { CalendarChoices } from '../contract.ts';

export async function openCalendarChoices(db: Reader): Promise<CalendarChoices> {
  const row = await db.first(sql<{
    names: boolean;
    preparation_block: boolean;
    since: string | null;
    read_at: string | null;
  }>`
    select coalesce(c.names, true) as names, coalesce(c.preparation_block, false) as preparation_block,
           f.created_at as since, f.read_at
      from (select app.viewer_id() as id) me
      left join calendar_choice c on c.person_id = me.id
      left join calendar_feed f on f.person_id = me.id`);
  const since = row?.since ?? null;
  return {
    names: row?.names ?? true,
    preparationBlock: row?.preparation_block ?? false,
    feed: since === null ? null : { since, lastReadAt: row?.read_at ?? null },
  };
}

interface Wanted {
  names?: boolean | undefined;
  preparationBlock?: boolean | undefined;
}

export async function changeCalendarChoices(
  { db, viewer }: Context,
  wanted: Wanted,
): Promise<CalendarChoices> {
  const before = await openCalendarChoices(db);
  const chosen = {
    names: wanted.names ?? before.names,
    preparation_block: wanted.preparationBlock ?? before.preparationBlock,
  };
  await db.run(
    build
      .insertInto('calendar_choice')
      .values({ person_id: viewer.id, ...chosen })
      .onConflict((same) => same.column('person_id').doUpdateSet(chosen)),
  );
  return openCalendarChoices(db);
}
