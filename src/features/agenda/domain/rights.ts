import type { PointPlace } from './points.ts';

/** What somebody may do with a point that they see. */
export const pointActs = ['edit', 'share', 'drop', 'remove', 'arrange', 'discuss'] as const;
export type PointAct = (typeof pointActs)[number];

/** The words and whether it is there at all; the rest is either's. */
const authorsAlone: ReadonlySet<PointAct> = new Set(['edit', 'share', 'drop', 'remove']);

export function mayWithPoint(act: PointAct, { isMine }: { isMine: boolean }): boolean {
  return isMine || !authorsAlone.has(act);
}

interface PointStanding {
  isMine: boolean;
  shared: boolean;
  place: PointPlace;
  /** Ticked off at least once, be it a recurring one that is open again. */
  wasDiscussed: boolean;
  /** The series is open. */
  canArrange: boolean;
}

/** Right and state together. */
export function pointAbilities(point: PointStanding): Record<PointAct, boolean> {
  const mine = point.canArrange && point.isMine;
  const isOpen = point.place === 'open' || point.place === 'later';
  return {
    edit: mine && isOpen,
    share: mine && isOpen && !point.shared,
    drop: mine && point.place !== 'discussed',
    remove: mine && !point.wasDiscussed,
    arrange: point.canArrange && isOpen,
    discuss: point.canArrange && point.shared && point.place !== 'dropped',
  };
}
