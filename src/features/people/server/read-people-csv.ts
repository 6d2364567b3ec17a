import { parse } from 'csv-parse/sync';
import { emailSchema, personNameSchema } from '../contract.ts';
import type { ImportRow } from '../domain/import-plan.ts';

/** The columns by any of their names, in small letters. */
const columns = {
  name: ['name', 'full name'],
  email: ['email', 'e-mail', 'mail', 'address'],
  login: ['login', 'login access'],
  memberOf: ['team', 'teams', 'member of'],
  manages: ['manages', 'manager of', 'team manager of'],
} as const;
type Column = keyof typeof columns;

export const mostLines = 10_000;
const yes = new Set(['yes', 'y', 'true', '1', 'x']);
const no = new Set(['no', 'n', 'false', '0']);

export type PeopleCsv = { rows: ImportRow[] } | { fault: string };

/** Comma, semicolon or tab; teams within a cell are separated by `|` or, where it does not separate cells, `;`. */
export function readPeopleCsv(text: string): PeopleCsv {
  let records: string[][];
  const [head = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((one) => head.includes(one)) ?? ',';
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    const where = error instanceof Error && 'lines' in error ? ` near line ${String(error.lines)}` : '';
    return { fault: `This is no CSV that can be read${where}: check the quotes.` };
  }
  const places = placesOf(records[0] ?? []);
  if (places.get('name') === undefined && places.get('email') === undefined) {
    return { fault: 'The first line must name the columns, “name” and “email” at least.' };
  }
  const rows = records
    .map((cells, at) => ({ cells, line: at + 1 }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length > mostLines) return { fault: `At most ${mostLines} people at once.` };
  return { rows: rows.map(({ cells, line }) => rowOf(cells, line, places, delimiter)) };
}

function placesOf(head: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const [column, names] of Object.entries(columns) as [Column, readonly string[]][]) {
    const at = head.findIndex((cell) => names.includes(cell.toLowerCase()));
    if (at >= 0) found.set(column, at);
  }
  return found;
}

function rowOf(
  cells: readonly string[],
  line: number,
  places: ReadonlyMap<Column, number>,
  delimiter: string,
): ImportRow {
  const cell = (column: Column) => cells[places.get(column) ?? -1] ?? '';
  const faults: string[] = [];
  const email = emailSchema.safeParse(cell('email'));
  if (cell('email') !== '' && !email.success) faults.push(`No email: “${cell('email')}”.`);
  const name = personNameSchema.safeParse(cell('name'));
  if (!name.success) faults.push(cell('name') === '' ? 'The name is missing.' : 'The name is too long.');
  const login = cell('login').toLowerCase();
  if (login !== '' && !yes.has(login) && !no.has(login))
    faults.push(`Login: yes or no, not “${cell('login')}”.`);
  const teams = (column: Column) =>
    cell(column)
      .split(delimiter === ';' ? '|' : /[|;]/)
      .map((team) => team.trim())
      .filter((team) => team !== '');
  if ([...teams('memberOf'), ...teams('manages')].some((team) => team.length > 120)) {
    faults.push('The name of a team is too long.');
  }
  return {
    line,
    name: cell('name'),
    email: email.success ? email.data : null,
    hasLogin: login === '' ? null : yes.has(login),
    memberOf: teams('memberOf'),
    manages: teams('manages'),
    faults,
  };
}
