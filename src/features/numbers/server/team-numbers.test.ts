import { expect, it } from 'vitest';
import { presentTeamNumbers } from './team-numbers.ts';

it('lets others have their turn between two people of a team', async () => {
  const person = { viewerIsAdmin: false, isMyself: false, managesNow: true };
  const people = Array.from({ length: 20 }, (_, at) => ({
    person: { id: `${at}`, name: `Person ${at}`, ...person },
    numbers: [],
  }));
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const { rows } = await presentTeamNumbers({ teams: [], people }, 'month', '2026-11-22');
  isOver = true;
  expect(rows).toHaveLength(20);
  expect(turns).toBeGreaterThanOrEqual(20);
});
