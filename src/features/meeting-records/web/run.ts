import type { Item, Section } from '../../one-on-ones/contract.ts';

/** What is on the screen at once while the two sit together. */
export interface RunStep {
  /** Of its section, or of the point. */
  id: string;
  title: string;
  /** Of the section; null in the middle of one. */
  guidance: string | null;
  /** The section that a point stands in. */
  within: string | null;
  items: Item[];
}

/** A point of the agenda is talked about; the rest of a section is gone through. */
const weights = { point: 3, section: 2 };

/** A section is a step; each point of the agenda is one of its own, where it stands. */
export function runSteps(sections: readonly Section[]): RunStep[] {
  return sections.flatMap((section) => {
    const steps: RunStep[] = [];
    for (const item of section.items) {
      const last = steps.at(-1);
      if (item.given?.point !== undefined) steps.push(pointStep(section, item));
      else if (last !== undefined && last.within === null) last.items.push(item);
      else
        steps.push({ ...sectionStep(section), id: steps.length === 0 ? section.id : item.id, items: [item] });
    }
    if (steps.length === 0) return [];
    // What leads through the section stands where the section begins.
    return steps.map((step, at) => ({ ...step, guidance: at === 0 ? section.guidance : null }));
  });
}

function sectionStep({ title, guidance }: Section): Omit<RunStep, 'id' | 'items'> {
  return { title, guidance, within: null };
}

function pointStep(section: Section, item: Item): RunStep {
  return { id: item.id, title: item.prompt, guidance: null, within: section.title, items: [item] };
}

/** Whole minutes for a step, at least one. */
export function shareOf(step: RunStep, steps: readonly RunStep[], minutes: number): number {
  const weightOf = ({ within }: RunStep) => (within === null ? weights.section : weights.point);
  const total = steps.reduce((sum, each) => sum + weightOf(each), 0);
  return Math.max(1, Math.round((minutes * weightOf(step)) / total));
}

/** From here on the clock is amber; it never becomes more than that. */
const lastMinutes = 5;
/** A meeting that nobody ended is not still under way the day after. */
const longest = 3;

export interface Clock {
  /** Whole minutes since the meeting began. */
  passed: number;
  minutes: number;
  isNearEnd: boolean;
}

/** Null where there is nothing to count: it has not begun, is over, or was never ended. */
export function clockAt(
  { heldAt, endedAt, minutes }: { heldAt: string | null; endedAt: string | null; minutes: number },
  now: Date,
): Clock | null {
  if (heldAt === null || endedAt !== null) return null;
  const passed = Math.max(0, Math.floor((now.getTime() - Date.parse(heldAt)) / 60_000));
  if (passed > longest * Math.max(minutes, 60)) return null;
  return { passed, minutes, isNearEnd: passed >= minutes - lastMinutes };
}

/** What was ticked of a step, where it can be. */
export function tickedIn({ items }: RunStep): { done: number; all: number } {
  const brought = items.filter(({ given }) => given?.point !== undefined || given?.actionItem !== undefined);
  return { done: brought.filter(({ answer }) => answer?.done === true).length, all: brought.length };
}

/** Points that nobody ticked: they are simply open next time. */
export function pointsLeft(sections: readonly Section[]): Item[] {
  return sections
    .flatMap(({ items }) => items)
    .filter(({ given, answer }) => given?.point !== undefined && answer?.done !== true);
}
