export const pointKinds = ['topic', 'win', 'blocker', 'feedback', 'question', 'decision', 'idea'] as const;
export type PointKind = (typeof pointKinds)[number];

/** As plain text; a note or a decision on a point has the same. */
export const maxPointLength = 4000;
/** On the agenda and on the shelf together, of those that one of the two sees. */
export const maxOpenPoints = 200;
export const maxObjectiveLength = 200;
export const maxTopicLength = 120;
export const maxTopics = 3;
/** For how many days back the two see who brought how many points: the last twelve weeks. */
export const voiceDays = 84;

/** What decides where a point stands; days are those of the series' time zone. */
export interface PointDays {
  isDropped: boolean;
  /** The day on which it was discussed last. */
  discussedOn: string | null;
  recurring: boolean;
  /** On the shelf until this day. */
  laterUntil: string | null;
}

export type PointPlace = 'open' | 'later' | 'discussed' | 'dropped';

/**
 * Where a point stands on a day. Nothing but time and the two of them moves it: what was not discussed is simply still
 * open, whatever became of the meeting.
 */
export function placeOf(point: PointDays, today: string): PointPlace {
  if (point.isDropped) return 'dropped';
  const isBack = point.recurring && point.discussedOn !== null && point.discussedOn < today;
  if (point.discussedOn !== null && !isBack) return 'discussed';
  return point.laterUntil !== null && point.laterUntil > today ? 'later' : 'open';
}
