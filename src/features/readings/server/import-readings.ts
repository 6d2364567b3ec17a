import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { Viewer } from '../../../server/database/transaction.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { IncomingFile, Upload } from '../../../server/http/serve-upload.ts';
import { problem } from '../../../shared/problems.ts';
import { mostReadings } from '../contract.ts';
import type { ReadingsImport, ShownLine, Written } from '../contract.ts';
import { lastOfEach } from '../domain/last-of-each.ts';
import type { PlacedReading } from '../domain/last-of-each.ts';
import type { Decimal } from '../domain/read-cell.ts';
import { readingFaults } from '../domain/reading-fault.ts';
import { mayLoadReadings } from '../domain/rights.ts';
import { findPlaces } from './find-places.ts';
import { readReadingsCsv } from './read-readings-csv.ts';
import type { CsvFault, CsvReading, ReadCsv } from './read-readings-csv.ts';
import { askForChecks, writeReadings } from './write-readings.ts';

const mostShown = 200;

interface Line extends PlacedReading {
  said: CsvReading;
}

interface Wanted {
  apply: boolean;
  decimal: Decimal | undefined;
}

/** Says what a file would do; with `apply` does it whole or, where a line is wrong, not at all. Safe to repeat. */
export async function importReadings(upload: Upload, { apply, decimal }: Wanted): Promise<ReadingsImport> {
  await upload.act(async ({ viewer }) => requireLoader(viewer));
  const csv = await readReadingsCsv(await allOf(await upload.open()), decimal);
  return upload.act(async (context) => {
    requireLoader(context.viewer);
    const { lines, faults, wrong } = await placeLines(context, csv);
    if (wrong > 0) return presentImport(csv, { faults, wrong, applied: false });
    const { held, repeated } = lastOfEach(lines);
    const work = apply ? applyLines : previewLines;
    const done = await work(context, held);
    return presentImport(csv, {
      faults,
      wrong,
      applied: apply,
      ...done,
      written: { ...done.written, repeated },
    });
  });
}

function requireLoader(viewer: Viewer): void {
  if (!mayLoadReadings(viewer)) throw problem('forbidden', { detail: 'Only an admin imports readings.' });
}

async function allOf({ bytes }: IncomingFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk as Buffer); // a file's stream has no encoding, so bytes come
  return Buffer.concat(chunks);
}

async function placeLines(
  { db, today }: Context,
  csv: ReadCsv,
): Promise<{ lines: Line[]; faults: CsvFault[]; wrong: number }> {
  const places = await findPlaces(db, {
    kpis: csv.readings.map(({ kpi }) => kpi),
    people: csv.readings.map(({ person }) => person),
  });
  const faults: CsvFault[] = [];
  let wrong = 0;
  const lines = csv.readings.flatMap((said) => {
    const kpi = places.kpis.get(said.kpi);
    const person = places.people.get(said.person);
    const found = readingFaults({ kpi, person, on: said.on }, said, today);
    if (found.length > 0) wrong += 1;
    if (faults.length < mostShown) {
      faults.push(...found.map(({ field, message }) => ({ line: said.line, column: field, message })));
    }
    if (kpi === undefined || person === undefined) return [];
    return [{ kpiId: kpi.id, personId: person, on: said.on, value: said.value, said }];
  });
  const inOrder = [...csv.faults, ...faults].toSorted((a, b) => a.line - b.line);
  return { lines, faults: inOrder, wrong: csv.wrong + wrong };
}

interface Done {
  written: Omit<Written, 'repeated'>;
  preview: ShownLine[];
}

async function applyLines({ db, now }: Context, lines: readonly Line[]): Promise<Done> {
  const written = { added: 0, replaced: 0, unchanged: 0 };
  await askForChecks(db, lines, now);
  for (const batch of batchesOf(lines)) {
    const counts = await writeReadings(db, batch, 'import', now);
    written.added += counts.added;
    written.replaced += counts.replaced;
    written.unchanged += counts.unchanged;
  }
  return { written, preview: [] };
}

async function previewLines({ db }: Context, lines: readonly Line[]): Promise<Done> {
  const written = { added: 0, replaced: 0, unchanged: 0 };
  const preview: ShownLine[] = [];
  const asInFile = lines.toSorted((a, b) => a.said.line - b.said.line);
  for (const batch of batchesOf(asInFile)) {
    const before = await presentValues(db, batch);
    batch.forEach(({ said, value }, at) => {
      const was = before[at] ?? null;
      const action = was === null ? 'add' : was === value ? 'nothing' : 'replace';
      written[action === 'add' ? 'added' : action === 'replace' ? 'replaced' : 'unchanged'] += 1;
      if (action !== 'nothing' && preview.length < mostShown) preview.push({ ...said, action, before: was });
    });
  }
  return { written, preview };
}

/** What is there now, in the order of the lines. */
async function presentValues(db: Db, lines: readonly Line[]): Promise<(number | null)[]> {
  const rows = await db.all(sql<{ value: string | null }>`
    select r.value
      from unnest(${lines.map(({ personId }) => personId)}::uuid[], ${lines.map(({ kpiId }) => kpiId)}::uuid[],
                  ${lines.map(({ on }) => on)}::date[]) with ordinality as l (person_id, kpi_id, day, at)
      left join reading r on r.person_id = l.person_id and r.kpi_id = l.kpi_id and r.day = l.day
     order by l.at`);
  return rows.map(({ value }) => (value === null ? null : Number(value)));
}

function* batchesOf(lines: readonly Line[]): Generator<readonly Line[]> {
  for (let at = 0; at < lines.length; at += mostReadings) yield lines.slice(at, at + mostReadings);
}

interface Outcome extends Partial<Omit<Done, 'written'>> {
  faults: readonly CsvFault[];
  wrong: number;
  applied: boolean;
  written?: Written;
}

function presentImport(
  csv: ReadCsv,
  { faults, wrong, applied, preview = [], written }: Outcome,
): ReadingsImport {
  return {
    ...(written ?? { added: 0, replaced: 0, unchanged: 0, repeated: 0 }),
    lines: csv.lines,
    wrong,
    faults: faults.slice(0, mostShown),
    preview,
    read: csv.read,
    applied,
  };
}
