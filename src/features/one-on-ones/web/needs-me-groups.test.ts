import { expect, it } from 'vitest';
import type { ListedOneOnOne } from '../contract.ts';
import { states } from '../domain/states.ts';
import { needsMeGroups } from './needs-me-groups.ts';

const row = (id: string, state: ListedOneOnOne['state']): ListedOneOnOne => ({
  id,
  state,
  title: 'Weekly',
  heldOn: '2026-11-24',
  manager: { id: 'm', name: 'Maya' },
  employee: { id: 'e', name: 'Eli' },
  updatedAt: '2026-11-24T10:00:00.000Z',
  yourTurn: true,
});

it('groups what waits for me by what to do, approvals first', () => {
  const groups = needsMeGroups([row('1', 'draft'), row('2', 'pending_approval'), row('3', 'draft')]);
  expect(groups.map(({ title, rows }) => [title, rows.map(({ id }) => id)])).toEqual([
    ['Read and approve', ['2']],
    ['Write, and share', ['1', '3']],
  ]);
});

it('names what to do in every state that waits for somebody', () => {
  for (const { title } of needsMeGroups(states.map((state) => row(state, state)))) {
    expect(title).not.toBe('');
  }
});
