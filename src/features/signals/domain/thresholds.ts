/**
 * From where on something is worth a word. Set by bench/signals.ts, which states what they cost in false alarms and
 * what they find: whoever changes one runs it again. Scatter is that of one week (or month) around the usual.
 */
export const thresholds = {
  /** Complete periods before anything is said of the usual. */
  leastHistory: { week: 10, month: 8 },
  /** After a new level, so many of its periods are its usual. */
  leastOfLevel: 5,
  /** The usual is that of so many periods at most. */
  usualOf: { week: 26, month: 12 },
  /** As many times the scatter as this is an anomaly. */
  anomaly: 3.2,
  /** The last year's same weeks, where they lay as far out as this part of it, make it a season. */
  season: 0.6,
  /** A level, over its own standard error. */
  level: 3.8,
  /** A new level differs by this many scatters at least. */
  leastStep: 1,
  /** A new level is so many periods old, a new trend more. */
  leastNew: { week: 4, month: 3 },
  /** What crept in over longer than this is no news. */
  mostNew: { week: 16, month: 6 },
  leastBend: 6,
  /** A slope is one where it lies as far from none, over its standard error. */
  slope: 3.5,
  /** A record beats the last one by this many scatters. */
  record: 1.5,
  /** A week of which less was read says nothing. */
  leastShare: 0.6,
  /** Days without a reading: longer than a fortnight off. */
  silence: 18,
  /** Times the longest silence but one that there was before. */
  longerSilence: 1.35,
  /** The part of a period that is over before pace is told of. */
  leastOver: 0.5,
  /** How far ahead, in parts of what is expected. */
  ahead: 0.25,
  /** What the scatter of the days that are over can't explain. */
  pace: 3,
};
