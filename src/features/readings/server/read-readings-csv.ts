import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { decimalOf, readDay, readNumber } from '../domain/read-cell.ts';
import type { Decimal } from '../domain/read-cell.ts';

/** The columns by any of their names, in small letters. */
const columns = {
  kpi: ['kpi', 'kpi id', 'kpiid', 'measure', 'metric'],
  person: ['person', 'person id', 'personid', 'email', 'e-mail', 'mail', 'address'],
  on: ['on', 'date', 'day'],
  value: ['value', 'reading', 'number'],
} as const;
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

export interface ReadCsv {
  readings: CsvReading[];
  faults: CsvFault[];
  lines: number;
  read: { encoding: 'utf-8' | 'windows-1252'; separator: string; decimal: Decimal };
}

/** Lines from which the sign of decimals is found out. */
const looksAt = 1000;

/** Everything that can be known of a file without knowing people and KPIs. Line 1 is the head. */
export async function readReadingsCsv(bytes: Buffer, wanted?: Decimal): Promise<ReadCsv> {
  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 4096)).split(/\r?\n/, 1)[0] ?? '';
  const separator = [';', '\t', ','].find((one) => head.includes(one)) ?? ',';
  const result: ReadCsv = {
    readings: [],
    faults: [],
    lines: 0,
    read: { encoding, separator, decimal: wanted ?? '.' },
  };
  let places: Record<Column, number> | null = null;
  const first: [cells: string[], line: number][] = [];
  const takeFirst = () => {
    const values = first.map(([cells]) => cells[places?.value ?? 0] ?? '');
    if (wanted === undefined) result.read.decimal = decimalOf(values, separator);
    for (const [cells, line] of first.splice(0)) takeLine(result, cells, line, places);
  };
  try {
    for await (const { record, info } of linesOf(bytes, encoding, separator)) {
      if (record.every((cell) => cell === '')) continue;
      if (places === null) {
        places = placesOf(record);
        const missing = columnNames.filter((column) => places?.[column] === -1);
        if (missing.length > 0) return { ...result, faults: [headFault(missing)] };
        continue;
      }
      result.lines += 1;
      if (result.lines <= looksAt) first.push([record, info.lines]);
      else takeLine(result, record, info.lines, places);
      if (result.lines === looksAt) takeFirst();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))) throw error;
    const line = 'lines' in error ? Number(error.lines) : 1;
    const message = 'This is no CSV that can be read from here on: check the quotes.';
    return { ...result, readings: [], faults: [{ line, column: null, message }] };
  }
  takeFirst();
  if (places === null) return { ...result, faults: [headFault(columnNames)] };
  return result;
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
    max_record_size: 10_000,
  });
  return chunksOf(bytes, encoding).pipe(parser) as AsyncIterable<Line>; // with `info` each record comes with its line
}

/** In parts, so that other requests are answered in between. */
function chunksOf(bytes: Buffer, encoding: ReadCsv['read']['encoding']): Readable {
  const size = 256 * 1024;
  const decoder = new TextDecoder(encoding);
  return Readable.from(
    (function* decoded() {
      for (let at = 0; at < bytes.length; at += size) {
        yield decoder.decode(bytes.subarray(at, at + size), { stream: true });
      }
    })(),
    { objectMode: false },
  );
}

function placesOf(head: readonly string[]): Record<Column, number> {
  const lower = head.map((cell) => cell.toLowerCase());
  const placeOf = (column: Column) =>
    lower.findIndex((cell) => columns[column].some((name) => name === cell));
  return { kpi: placeOf('kpi'), person: placeOf('person'), on: placeOf('on'), value: placeOf('value') };
}

function headFault(missing: readonly Column[]): CsvFault {
  const named = missing.map((column) => `“${column}”`).join(', ');
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
  const fault = (column: Column, message: string) => result.faults.push({ line, column, message });
  const on = readDay(cell('on'));
  const value = readNumber(cell('value'), result.read.decimal);
  if (cell('kpi') === '') fault('kpi', 'The KPI is missing.');
  if (cell('person') === '') fault('person', 'The person is missing.');
  if ('fault' in on) fault('on', on.fault);
  if ('fault' in value) fault('value', value.fault);
  if ('fault' in on || 'fault' in value || cell('kpi') === '' || cell('person') === '') return;
  result.readings.push({ line, kpi: cell('kpi'), person: cell('person'), on: on.value, value: value.value });
}
