import type { OneOnOne } from '../../src/features/one-on-ones/contract.ts';
import type { State } from '../../src/features/one-on-ones/domain/states.ts';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { expectStatus } from './expect-status.ts';
import type { TestApp, TestPerson } from './test-app.ts';

export interface Pair {
  manager: TestPerson;
  employee: TestPerson;
  teamId: string;
}

/** A manager with one employee. */
export async function addPair(test: TestApp, manager = 'Maya Adler', employee = 'Eli Larsen'): Promise<Pair> {
  const maya = await test.addPerson(manager);
  const eli = await test.addPerson(employee);
  return { manager: maya, employee: eli, teamId: await test.addTeam(`Team of ${manager}`, [maya], [eli]) };
}

export async function startOneOnOne({ manager, employee }: Pair, more: object = {}): Promise<OneOnOne> {
  const body = { employeeId: employee.id, templateId: weekly.id, ...more };
  return expectStatus(201, await manager.post('/api/one-on-ones', body));
}

/** A one-on-one brought into a state by the ways that lead there; what needs a draft is done on the way. */
export async function oneOnOneIn(
  pair: Pair,
  state: State,
  whileDraft: (draft: OneOnOne) => Promise<unknown> = async () => {},
): Promise<OneOnOne> {
  const draft = await startOneOnOne(pair);
  await whileDraft(draft);
  const at = `/api/one-on-ones/${draft.id}`;
  if (state === 'draft') return draft;
  const active = expectStatus(200, await pair.manager.post(`${at}/sharing`));
  if (state === 'active') return active;
  const pending = expectStatus(200, await pair.manager.post(`${at}/approval-request`));
  if (state === 'pending_approval') return pending;
  return expectStatus(200, await pair.employee.post(`${at}/approval`, { version: pending.version }));
}

export function words(text: string): { text: object } {
  return { text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } };
}
