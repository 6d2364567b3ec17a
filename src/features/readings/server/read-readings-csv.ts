import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { isUnstorable } from '../../../server/http/json-body.ts';
import { fromText } from '../domain/formulas.ts';
import { decimalOf, readDay, readNumber } from '../domain/read-cell.ts';
import type { Decimal } from '../domain/read-cell.ts';

/** The columns by any of their names, in small letters. */
const columns = {
  kpi: ['kpi', 'kpi id', 'kpiid', 'measure', 'metric'],
  person: ['person', 'person id', 'personid', 'email', 'e-mail', 'mail', 'address'],
  on: ['on', 'date', 'day'],
  value: ['value', 'reading', 'number'],
} as const;
const packed = 'This is a workbook, not a CSV: save it as CSV in the program that it comes from.';
const unreadable = 'It holds a sign that is no text: save the file as CSV in UTF-8.';
export type Column = keyof typeof columns;
const columnNames = Object.keys(columns) as Column[];

export interface CsvReading {
  line: number;
  kpi: string;
  person: string;
  on: string;
  value: number;
}

export interface CsvFault {
  line: number;
  column: Column | null;
  message: string;
}

/** As spreadsheets save: “Unicode text” is UTF-16 with a mark. */
type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

export interface ReadCsv {
  readings: CsvReading[];
  /** Of the first wrong lines. */
  faults: CsvFault[];
  /** How many lines are wrong. */
  wrong: number;
  lines: number;
  read: { encoding: Encoding; separator: string; decimal: Decimal };
}

/** Lines from which the sign of decimals is found out. */
const looksAt = 1000;
/** What is no such file at all has millions of wrong lines: they are counted, and the first are told. */
const mostFaults = 1000;
const mostLines = 1_500_000;
/** In a line: a cell takes memory also where nothing stands in it. */
const mostCells = 5000;

/** Everything that can be known of a file without knowing people and KPIs. Line 1 is the head. */
export async function readReadingsCsv(bytes: Buffer, wanted?: Decimal, most = mostLines): Promise<ReadCsv> {
  const encoding = encodingOf(bytes);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 4096)).split(/\r?\n/, 1)[0] ?? '';
  const separator = [';', '\t', ','].find((one) => head.includes(one)) ?? ',';
  const result: ReadCsv = {
    readings: [],
    faults: [],
    wrong: 0,
    lines: 0,
    read: { encoding, separator, decimal: wanted ?? '.' },
  };
  if (isPacked(bytes)) return { ...result, wrong: 1, faults: [{ line: 1, column: null, message: packed }] };
  const wide = await tooWide(bytes, result.read);
  if (wide !== null) return { ...result, ...wide };
  let places: Record<Column, number> | null = null;
  const first: [cells: string[], line: number][] = [];
  const takeFirst = () => {
    const values = first.map(([cells]) => cells[places?.value ?? 0] ?? '');
    if (wanted === undefined) result.read.decimal = decimalOf(values, separator);
    for (const [cells, line] of first.splice(0)) takeLine(result, cells, line, places);
  };
  try {
    for await (const { record, info } of linesOf(bytes, encoding, separator)) {
      // Lines in which nothing stands count as well: a file of them alone takes minutes.
      if (info.lines > most + 1) return { ...result, ...tooMany(info.lines, most) };
      if (record.every((cell) => cell === '')) continue;
      if (places === null) {
        places = placesOf(record);
        const missing = columnNames.filter((column) => places?.[column] === -1);
        if (missing.length > 0) return { ...result, wrong: 1, faults: [headFault(missing)] };
        continue;
      }
      result.lines += 1;
      if (result.lines <= looksAt) first.push([record, info.lines]);
      else takeLine(result, record, info.lines, places);
      if (result.lines === looksAt) takeFirst();
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? Number(error.lines) : 1;
    const message = 'This is no CSV that can be read from here on: check the quotes.';
    return { ...result, readings: [], wrong: 1, faults: [{ line, column: null, message }] };
  }
  takeFirst();
  if (places === null) return { ...result, wrong: 1, faults: [headFault(columnNames)] };
  return result;
}

function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** A workbook is a ZIP. */
function isPacked(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
}

interface Line {
  record: string[];
  info: { lines: number };
}

function linesOf(
  bytes: Buffer,
  encoding: ReadCsv['read']['encoding'],
  delimiter: string,
): AsyncIterable<Line> {
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 10_000,
  });
  const text = Readable.from(decoded(bytes, encoding), { objectMode: false });
  return text.pipe(parser) as AsyncIterable<Line>; // with `info` each record comes with its line
}

/** In parts, and others have their turn after each: a stream that is read at once lets nobody in between. */
async function* decoded(bytes: Buffer, encoding: Encoding): AsyncGenerator<string> {
  const size = 16 * 1024;
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += size) {
    yield decoder.decode(bytes.subarray(at, at + size), { stream: true });
    await nextTurn();
  }
}

/** The first line that has more cells than any list of readings, or null. */
async function tooWide(
  bytes: Buffer,
  { encoding, separator }: ReadCsv['read'],
): Promise<Pick<ReadCsv, 'wrong' | 'faults'> | null> {
  const between = separator.charCodeAt(0);
  let line = 1;
  let cells = 1;
  for await (const text of decoded(bytes, encoding)) {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 10) line += 1;
      if (code === 10 || code === 13) cells = 1;
      else if (code === between) cells += 1;
      if (cells > mostCells) {
        const message = `More than ${mostCells.toLocaleString('en')} columns: this is no list of readings.`;
        return { wrong: 1, faults: [{ line, column: null, message }] };
      }
    }
  }
  return null;
}

function placesOf(head: readonly string[]): Record<Column, number> {
  const lower = head.map((cell) => cell.toLowerCase());
  const placeOf = (column: Column) =>
    lower.findIndex((cell) => columns[column].some((name) => name === cell));
  return { kpi: placeOf('kpi'), person: placeOf('person'), on: placeOf('on'), value: placeOf('value') };
}

function tooMany(line: number, most: number): Pick<ReadCsv, 'readings' | 'wrong' | 'faults'> {
  const message = `At most ${most.toLocaleString('en')} lines at once: split the file.`;
  return { readings: [], wrong: 1, faults: [{ line, column: null, message }] };
}

function headFault(missing: readonly Column[]): CsvFault {
  const named = missing.map((column) => (column === 'on' ? '“date”' : `“${column}”`)).join(', ');
  const message = `The first line must name the columns kpi, person, date and value; missing: ${named}.`;
  return { line: 1, column: null, message };
}

function takeLine(
  result: ReadCsv,
  cells: readonly string[],
  line: number,
  places: Record<Column, number> | null,
): void {
  const cell = (column: Column) => cells[places?.[column] ?? -1] ?? '';
  const faults: CsvFault[] = [];
  const fault = (column: Column, message: string) => faults.push({ line, column, message });
  const on = readDay(cell('on'));
  const value = readNumber(cell('value'), result.read.decimal);
  if (cell('kpi') === '') fault('kpi', 'The KPI is missing.');
  else if (isUnstorable(cell('kpi'))) fault('kpi', unreadable);
  if (cell('person') === '') fault('person', 'The person is missing.');
  else if (isUnstorable(cell('person'))) fault('person', unreadable);
  if ('fault' in on) fault('on', on.fault);
  if ('fault' in value) fault('value', value.fault);
  if (faults.length > 0) {
    result.wrong += 1;
    if (result.faults.length < mostFaults) result.faults.push(...faults);
  }
  if ('fault' in on || 'fault' in value || faults.length > 0) return;
  result.readings.push({
    line,
    kpi: fromText(cell('kpi')),
    person: cell('person'),
    on: on.value,
    value: value.value,
  });
}
