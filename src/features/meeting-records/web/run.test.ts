import { describe, expect, it } from 'vitest';
import type { Item, Section } from '../../one-on-ones/contract.ts';
import { clockAt, pointsLeft, runSteps, shareOf, tickedIn } from './run.ts';

const doc = { type: 'doc' as const, content: [] };
const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  kind: 'question',
  prompt: id,
  options: null,
  answer: null,
  version: 0,
  measure: null,
  answeredBy: 'manager',
  fromEmployee: false,
  given: null,
  ...more,
});
const point = (id: string, done = false): Item =>
  item(id, {
    kind: 'agenda',
    answer: done ? { done } : null,
    given: { point: { id, kind: 'topic', authorId: 'e', body: doc, raisedOn: '2026-11-17' } },
  });
const section = (title: string, items: Item[]): Section => ({
  id: title,
  title,
  guidance: `How to lead ${title}`,
  items,
});
const sections = [
  section('Start', [item('mood'), item('mind')]),
  section('Empty', []),
  section('Agenda', [item('before'), point('hours'), point('prices', true), item('after')]),
];

describe('the steps of a meeting', () => {
  const steps = runSteps(sections);

  it('are its sections, and each point of the agenda on its own, in the order of the record', () => {
    expect(steps.map(({ title, items }) => [title, items.map(({ id }) => id)])).toEqual([
      ['Start', ['mood', 'mind']],
      ['Agenda', ['before']],
      ['hours', ['hours']],
      ['prices', ['prices']],
      ['Agenda', ['after']],
    ]);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(5);
  });

  it('say how to lead a section where it begins, and once', () => {
    expect(steps.map(({ guidance }) => guidance !== null)).toEqual([true, true, false, false, false]);
    const [first] = runSteps([section('Agenda', [point('hours')])]);
    expect(first).toMatchObject({ within: 'Agenda', guidance: 'How to lead Agenda' });
  });

  it('share the planned minutes, of which a point has more', () => {
    expect(steps.map((step) => shareOf(step, steps, 30))).toEqual([5, 5, 8, 8, 5]);
    expect(steps.map((step) => shareOf(step, steps, 5))).toEqual([1, 1, 1, 1, 1]);
  });

  it('count what is ticked, and what stays for next time', () => {
    expect(steps.map(tickedIn)).toEqual([
      { done: 0, all: 0 },
      { done: 0, all: 0 },
      { done: 0, all: 1 },
      { done: 1, all: 1 },
      { done: 0, all: 0 },
    ]);
    expect(pointsLeft(sections).map(({ id }) => id)).toEqual(['hours']);
  });
});

describe('the clock', () => {
  const meeting = { heldAt: '2026-11-24T10:00:00.000Z', endedAt: null, minutes: 30 };
  const at = (time: string) => clockAt(meeting, new Date(`2026-11-24T${time}Z`));

  it.each([
    ['09:59:00', 0, false],
    ['10:24:59', 24, false],
    ['10:25:00', 25, true],
    ['10:41:00', 41, true],
  ])('at %s shows %i minutes, near the end: %s', (time, passed, isNearEnd) => {
    expect(at(time)).toEqual({ passed, minutes: 30, isNearEnd });
  });

  it('stands still for what has not begun, is over, or was never ended', () => {
    const now = new Date('2026-11-24T10:10:00Z');
    expect(clockAt({ ...meeting, heldAt: null }, now)).toBeNull();
    expect(clockAt({ ...meeting, endedAt: '2026-11-24T10:05:00.000Z' }, now)).toBeNull();
    expect(at('13:30:00')).toBeNull();
  });
});
