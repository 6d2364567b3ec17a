import { describe, expect, it } from 'vitest';
import { planImport } from './import-plan.ts';
import type { ImportRow, KnownPerson } from './import-plan.ts';

const row = (line: number, name: string, more: Partial<ImportRow> = {}): ImportRow => ({
  line,
  name,
  email: `${name.toLowerCase()}@example.org`,
  hasLogin: null,
  memberOf: [],
  manages: [],
  faults: [],
  ...more,
});
const known = (name: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  id: `id of ${name}`,
  name,
  email: `${name.toLowerCase()}@example.org`,
  hasLogin: true,
  active: true,
  memberOf: [],
  manages: [],
  ...more,
});
const actions = (rows: ImportRow[], people: KnownPerson[], teams: string[] = []) =>
  planImport(rows, people, teams).lines.map(({ action, words }) => [action, ...words]);

describe('an import of people', () => {
  it('says of each line what will happen', () => {
    expect(
      actions(
        [
          row(2, 'Ada', { memberOf: ['Sales'] }),
          row(3, 'Ben', { memberOf: ['Sales', 'Support'], manages: ['Support'] }),
          row(4, 'Cid', { hasLogin: true }),
          row(5, 'Dea', { email: null }),
          row(6, 'Eve'),
        ],
        [known('Ben', { memberOf: ['sales'] }), known('Cid', { hasLogin: false }), known('Eve')],
        ['Sales'],
      ),
    ).toEqual([
      ['add', 'New, with login access.', 'Joins Sales.'],
      ['change', 'Joins the new team Support.', 'Manages the new team Support.'],
      ['change', 'Gets login access.'],
      ['add', 'New, without login access.'],
      ['nothing'],
    ]);
  });

  it.each<[string, ImportRow[], KnownPerson[], string]>([
    ['twice the same email', [row(2, 'Ada'), row(3, 'Ada')], [], 'The same person as in line 2.'],
    [
      'a deactivated person',
      [row(2, 'Ada')],
      [known('Ada', { active: false })],
      'Ada is deactivated: activate them first.',
    ],
    [
      'a name that two have',
      [row(2, 'Ada', { email: null })],
      [known('Ada'), known('Ada', { id: 'other', email: 'other@example.org' })],
      'There are 2 people of this name: give the email.',
    ],
    [
      'login without an email',
      [row(2, 'Ada', { email: null, hasLogin: true })],
      [],
      'Login access needs an email.',
    ],
    ['what its columns say wrong', [row(2, 'Ada', { faults: ['No email: “x”.'] })], [], 'No email: “x”.'],
  ])('refuses %s', (_, rows, people, words) => {
    expect(actions(rows, people).at(-1)).toEqual(['error', words]);
  });

  it('takes no login access away, and changes no name', () => {
    const plan = planImport(
      [row(2, 'ADA', { email: 'ada@example.org', hasLogin: false })],
      [known('Ada')],
      [],
    );
    expect(plan).toEqual({
      lines: [{ line: 2, name: 'Ada', email: 'ada@example.org', action: 'nothing', words: [] }],
      steps: [],
      newTeams: [],
    });
  });
});
