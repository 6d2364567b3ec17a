import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type pg from 'pg';
import { dbOn } from '../../../server/database/query.ts';
import { underGrant } from '../../../server/database/transaction.ts';
import type { Granted } from '../../../server/database/transaction.ts';
import type { Platform } from '../../../server/http/context.ts';
import { todayIn } from '../../../server/http/today.ts';
import { Problem } from '../../../shared/problems.ts';
import { exportReadings } from '../../readings/server/readings-file-reach.ts';
import { noteReceipt } from '../../receipts/server/receipt-reach.ts';
import type { ArchiveKind, ArchiveState } from '../domain/archives.ts';
import { namesInArchive } from '../domain/names-in-archive.ts';
import type { Format, Paper } from '../domain/formats.ts';
import type { ExportedRecord } from '../domain/exported-record.ts';
import { nameOf, render } from './export-one-on-one.ts';
import { grantToken } from './grant-token.ts';
import { listToExport } from './list-to-export.ts';
import { loadPerson } from './load-person.ts';
import { loadRecord } from './load-record.ts';
import { makeRoom } from './make-room.ts';
import { writeArchive } from './write-archive.ts';
import type { AddEntry } from './write-archive.ts';

export interface ArchiveMaker {
  platform: Pick<Platform, 'web' | 'secretKey' | 'clock' | 'timeZone' | 'files' | 'archives' | 'log'>;
  worker: pg.Pool;
}

interface Wanted {
  what: ArchiveKind;
  format: Format;
  paper: Paper;
}

/** Whoever asked for it wants it no more. */
class Unwanted extends Error {}

type Note = (state: ArchiveState, done: number, total: number) => Promise<boolean>;

/**
 * The job of an export. Everything is read as the person, under their grant, each statement anew: what they lose
 * meanwhile is not in it, and where the grant dies, there is no archive.
 */
export async function fillArchive({ platform, worker }: ArchiveMaker, id: string): Promise<void> {
  const person = underGrant(platform.web, grantToken(platform.secretKey, id));
  const note: Note = async (state, done, total) => {
    const row = await dbOn(worker).first(
      sql<{ stands: boolean }>`select app.note_export(${id}, ${state}, ${done}, ${total}) as stands`,
    );
    return row?.stands === true;
  };
  try {
    await archive(platform, person, note, id);
  } catch (error) {
    if (error instanceof Unwanted) return;
    await note('failed', 0, 0);
    if (error instanceof Problem && error.code === 'signed_out') return;
    platform.log?.warn({ err: error }, 'an archive could not be made');
  }
}

async function archive(
  platform: ArchiveMaker['platform'],
  person: Granted,
  note: Note,
  id: string,
): Promise<void> {
  const { result: wanted } = await person.read(async (db) =>
    db.first(sql<Wanted>`select what, format, paper from export_job where id = ${id}`),
  );
  if (wanted === undefined) throw new Unwanted();
  const { result: ids } = await person.read(async (db) => listToExport(db, wanted.what));
  const total = ids.length + (wanted.what === 'about-me' ? 1 : 0);
  const noteProgress = async (done: number) => {
    if (!(await note('running', done, total))) throw new Unwanted();
  };
  await noteProgress(0);
  await writeArchive(platform.archives, id, platform.clock(), async (add) => {
    const nameFor = namesInArchive();
    if (wanted.what === 'about-me') {
      await addPerson(platform, person, nameFor, add);
      await noteProgress(1);
    }
    const missing: string[] = [];
    for (const [at, oneOnOneId] of ids.entries()) {
      missing.push(...(await addOneOnOne({ platform, person, wanted, nameFor, add }, oneOnOneId)));
      await noteProgress(total - ids.length + at + 1);
    }
    if (missing.length > 0) await addMissing(missing, nameFor, add);
  });
  await makeRoom(person, platform.archives);
  if (!(await note('ready', total, total))) await platform.archives.delete(id);
}

async function addPerson(
  { clock }: ArchiveMaker['platform'],
  person: Granted,
  nameFor: (name: string) => string,
  add: AddEntry,
): Promise<void> {
  const { result: about } = await person.read(async (db) => loadPerson(db, clock()));
  const { result: picture } = await person.read(async (db) =>
    db.first(sql<{ type: string; image: Buffer }>`
      select type, image from person_picture where person_id = (select app.viewer_id())`),
  );
  const text = `${JSON.stringify(about, null, 2)}\n`;
  await add(nameFor('About me.json'), Readable.from([Buffer.from(text)]), true);
  const { result: readings } = await person.read(async (db) => exportReadings(db, about.profile.id, null));
  await add(nameFor('My readings.csv'), Readable.from([Buffer.from(readings.text)]), true);
  if (picture !== undefined) {
    const name = `My picture.${picture.type.slice('image/'.length)}`;
    await add(nameFor(name), Readable.from([picture.image]), false);
  }
}

interface Adding {
  platform: ArchiveMaker['platform'];
  person: Granted;
  wanted: Wanted;
  nameFor: (name: string) => string;
  add: AddEntry;
}

/** Answers which of its files could not be had: of them the document speaks, and the folder has none. */
async function addOneOnOne(adding: Adding, id: string): Promise<string[]> {
  const { platform, person, wanted, nameFor, add } = adding;
  const record = await readOneOnOne(platform, person, id);
  if (record === null) return [];
  const { format, paper } = wanted;
  const name = nameFor(nameOf(record, format));
  const document = await render(record, { format, paper, timeZone: platform.timeZone });
  await add(name, document, format !== 'pdf');
  const nameInFolder = namesInArchive();
  const missing: string[] = [];
  for (const file of record.files) {
    const path = `${name.slice(0, -format.length - 1)}/${nameInFolder(file.name)}`;
    const bytes = await openFile(adding, id, file.id);
    if (bytes === null) missing.push(path);
    else await add(path, bytes, false);
  }
  return missing;
}

/** Null where it was deleted since the document was read, or its bytes are lost: no reason to give up all the others. */
async function openFile(
  { platform, person }: Adding,
  oneOnOneId: string,
  id: string,
): Promise<Readable | null> {
  const { result: isStill } = await person.read(async (db) =>
    db.first(
      sql<{ id: string }>`select f.id from file f where f.id = ${id} and f.one_on_one_id = ${oneOnOneId}`,
    ),
  );
  if (isStill === undefined) return null;
  const bytes = await platform.files.get(id);
  if (bytes === null) platform.log?.warn({ fileId: id }, 'the bytes of a file are not there');
  return bytes;
}

async function addMissing(
  missing: readonly string[],
  nameFor: (name: string) => string,
  add: AddEntry,
): Promise<void> {
  const text = `These files were deleted while the archive was made, or could not be read:\n\n${missing.join('\n')}\n`;
  await add(nameFor('Files that are missing.txt'), Readable.from([Buffer.from(text)]), true);
}

/** The receipt comes first: nothing is in an archive of which the pair does not know. Null for what is no longer theirs. */
async function readOneOnOne(
  { clock, timeZone }: ArchiveMaker['platform'],
  person: Granted,
  id: string,
): Promise<ExportedRecord | null> {
  const now = clock();
  const today = todayIn(timeZone, now);
  const viewer = await person.act(async (db, me) => {
    await noteReceipt({ db, viewer: me, today }, id, 'exported');
    return me;
  });
  try {
    const { result } = await person.read(async (db) => loadRecord({ db, viewer, now, today }, id));
    return result;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return null;
    throw error;
  }
}
