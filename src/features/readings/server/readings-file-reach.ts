import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { fileName } from '../../files/domain/file-name.ts';
import { asText } from '../domain/formulas.ts';
import { reachNumbersOf } from '../../kpis/server/numbers-reach.ts';

interface ReadingsFile {
  name: string;
  text: string;
}

/** At once: a person has a few thousand. Whose they are stands last, for whoever opens it; the import passes it over. */
export async function exportReadings(
  db: Reader,
  personId: string,
  kpiId: string | null,
): Promise<ReadingsFile> {
  const person = await reachNumbersOf(db, personId);
  const rows = await db.all(sql<{ kpi: string; day: string; value: string }>`
    select k.name as kpi, r.day, trim_scale(r.value)::text as value
      from reading r join kpi k on k.id = r.kpi_id
     where r.person_id = ${person.id} and (${kpiId}::uuid is null or r.kpi_id = ${kpiId}::uuid)
     order by r.day desc, lower(k.name), k.id`);
  const lines = rows.map(({ kpi, day, value }) =>
    [cell(kpi), person.id, day, value, cell(person.name)].join(','),
  );
  return {
    name: fileName(`Numbers of ${person.name.replaceAll(/[/\\]/g, ' ')}.csv`),
    text: `${['kpi,person,date,value,name', ...lines].join('\r\n')}\r\n`,
  };
}

function cell(text: string): string {
  const plain = asText(text);
  return /[",\r\n;]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

export function streamOf(text: string): Readable {
  return Readable.from([text], { objectMode: false });
}
