/** One line of the file, as its columns say. Line 1 is the head. */
export interface ImportRow {
  line: number;
  name: string;
  email: string | null;
  /** Null where the file says nothing of it. */
  hasLogin: boolean | null;
  memberOf: string[];
  manages: string[];
  faults: string[];
}

export interface KnownPerson {
  id: string;
  name: string;
  email: string | null;
  hasLogin: boolean;
  active: boolean;
  memberOf: string[];
  manages: string[];
}

export type ImportAction = 'add' | 'change' | 'nothing' | 'error';

export interface ImportLine {
  line: number;
  name: string;
  email: string | null;
  action: ImportAction;
  /** What will happen, or what is wrong, a sentence each. */
  words: string[];
}

/** What is to be written for one line that is not wrong. */
export interface ImportStep {
  /** Null for somebody new. */
  personId: string | null;
  name: string;
  email: string | null;
  hasLogin: boolean;
  memberOf: string[];
  manages: string[];
}

export interface ImportPlan {
  lines: ImportLine[];
  steps: ImportStep[];
  newTeams: string[];
}

/**
 * What an import will do, line by line. It adds people and teams, gives login access and puts people into teams; it
 * takes nothing away and changes no name or address, so that the same file can be read again and again.
 */
export function planImport(
  rows: readonly ImportRow[],
  people: readonly KnownPerson[],
  teams: readonly string[],
): ImportPlan {
  const byEmail = new Map(
    people.flatMap((person) => (person.email ? [[person.email, person] as const] : [])),
  );
  const byName = groupByName(people);
  const seen = new Map<string, number>();
  const plan: ImportPlan = { lines: [], steps: [], newTeams: newTeamsOf(rows, teams) };
  for (const row of rows) {
    const key = row.email ?? `name ${row.name.toLowerCase()}`;
    const namesakes = byName.get(row.name.toLowerCase()) ?? [];
    const known = row.email === null ? namesakes[0] : byEmail.get(row.email);
    const faults = [...row.faults, ...faultsOf(row, known, namesakes, seen.get(key))];
    if (!seen.has(key)) seen.set(key, row.line);
    if (faults.length > 0) {
      plan.lines.push({ line: row.line, name: row.name, email: row.email, action: 'error', words: faults });
      continue;
    }
    const step = stepOf(row, known);
    const words = wordsOf(step, known, plan.newTeams);
    const action = known === undefined ? 'add' : words.length > 0 ? 'change' : 'nothing';
    plan.lines.push({ line: row.line, name: known?.name ?? row.name, email: row.email, action, words });
    if (action !== 'nothing') plan.steps.push(step);
  }
  return plan;
}

function groupByName(people: readonly KnownPerson[]): Map<string, KnownPerson[]> {
  const groups = new Map<string, KnownPerson[]>();
  for (const person of people) {
    const name = person.name.toLowerCase();
    groups.set(name, [...(groups.get(name) ?? []), person]);
  }
  return groups;
}

function newTeamsOf(rows: readonly ImportRow[], teams: readonly string[]): string[] {
  const known = new Set(teams.map((name) => name.toLowerCase()));
  const fresh = new Map<string, string>();
  for (const name of rows.flatMap((row) =>
    row.faults.length > 0 ? [] : [...row.memberOf, ...row.manages],
  )) {
    if (!known.has(name.toLowerCase()) && !fresh.has(name.toLowerCase())) fresh.set(name.toLowerCase(), name);
  }
  return [...fresh.values()];
}

function faultsOf(
  row: ImportRow,
  known: KnownPerson | undefined,
  namesakes: readonly KnownPerson[],
  firstLine: number | undefined,
): string[] {
  const faults: string[] = [];
  if (firstLine !== undefined) faults.push(`The same person as in line ${firstLine}.`);
  if (row.email === null && namesakes.length > 1) {
    faults.push(`There are ${namesakes.length} people of this name: give the email.`);
  }
  if (known !== undefined && !known.active) faults.push(`${known.name} is deactivated: activate them first.`);
  if (row.hasLogin === true && row.email === null && (known?.email ?? null) === null) {
    faults.push('Login access needs an email.');
  }
  return faults;
}

function stepOf(row: ImportRow, known: KnownPerson | undefined): ImportStep {
  const isIn = (names: readonly string[]) => {
    const lower = new Set(names.map((name) => name.toLowerCase()));
    return (name: string) => lower.has(name.toLowerCase());
  };
  return {
    personId: known?.id ?? null,
    name: known?.name ?? row.name,
    email: row.email ?? known?.email ?? null,
    hasLogin: known?.hasLogin === true || (row.hasLogin ?? (known === undefined && row.email !== null)),
    memberOf: row.memberOf.filter((name) => !isIn(known?.memberOf ?? [])(name)),
    manages: row.manages.filter((name) => !isIn(known?.manages ?? [])(name)),
  };
}

function wordsOf(step: ImportStep, known: KnownPerson | undefined, newTeams: readonly string[]): string[] {
  const team = (name: string) => (newTeams.includes(name) ? `the new team ${name}` : name);
  return [
    ...(known === undefined
      ? [step.hasLogin ? 'New, with login access.' : 'New, without login access.']
      : []),
    ...(known !== undefined && step.hasLogin && !known.hasLogin ? ['Gets login access.'] : []),
    ...step.memberOf.map((name) => `Joins ${team(name)}.`),
    ...step.manages.map((name) => `Manages ${team(name)}.`),
  ];
}
