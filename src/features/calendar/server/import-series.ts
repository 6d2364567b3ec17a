import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { largestImport } from '../contract.ts';
import type { ImportedSeries } from '../contract.ts';
import { readIcs } from './read-ics.ts';

/** Fills in what fits, and says what does not; creates nothing. Of those invited it names those I manage alone. */
export async function importSeries(
  { db, viewer, now }: Context,
  ics: string,
  organisationZone: string,
): Promise<ImportedSeries> {
  const me = await db.first(sql<{ time_zone: string | null; email: string | null; manages: boolean }>`
    select p.time_zone, (select lower(a.email) from person_address a where a.person_id = p.id) as email,
           exists (select from app.managed_people()) as manages
      from person p where p.id = ${viewer.id}`);
  if (me?.manages !== true) {
    throw problem('forbidden', { detail: 'Only whoever manages a team sets up series.' });
  }
  if (Buffer.byteLength(ics) > largestImport) throw problem('too_large');
  const { series, addresses } = readIcs(ics, me.time_zone ?? organisationZone, now);
  const invited = addresses.filter((address) => address !== me.email);
  const found = await db.all(
    sql<{ id: string }>`select id from app.managed_of_addresses(${invited}::text[]) as id`,
  );
  const others = invited.length - found.length;
  const leftOut =
    others === 0
      ? series.leftOut
      : [...series.leftOut, `${others} of the invited, whom you do not manage here`];
  return { ...series, leftOut, employeeIds: found.map(({ id }) => id) };
}
