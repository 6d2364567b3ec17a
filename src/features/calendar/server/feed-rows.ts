import type { MeetingStatus } from '../../series/domain/meetings.ts';
import type { Ordinal, Rule, Weekday } from '../../series/domain/recurrence.ts';
import type { SeriesInCalendar } from '../domain/series-events.ts';

/** As `app.feed_of` gives it: a row of each series; one without, where there is none. */
export interface FeedRow {
  names: boolean;
  preparation_block: boolean;
  series: StoredSeries | null;
  meetings: StoredMeeting[];
  counterpart_name: string | null;
}

interface StoredSeries {
  id: string;
  cadence: Rule['cadence'];
  every: number;
  weekday: Weekday | null;
  nth: Ordinal | null;
  at: string | null;
  time_zone: string;
  starts_on: string;
  minutes: number;
  place: string;
  rule_since: string;
  sequence: number;
  ended_at: string | null;
  updated_at: string;
}

interface StoredMeeting {
  id: string;
  slot_at: string;
  starts_at: string;
  minutes: number;
  status: MeetingStatus;
  is_extra: boolean;
  sequence: number;
  changed_at: string;
}

export interface FeedSeries extends SeriesInCalendar {
  place: string;
  counterpart: string;
  names: boolean;
  preparationBlock: boolean;
  /** In milliseconds since 1970. */
  changedAt: number;
}

export function seriesOfFeed(row: FeedRow): FeedSeries[] {
  const { series, meetings } = row;
  if (series === null) return [];
  return [
    {
      id: series.id,
      rule: ruleOf(series),
      minutes: series.minutes,
      place: series.place,
      ruleSince: series.rule_since,
      endedAt: series.ended_at,
      sequence: series.sequence,
      counterpart: row.counterpart_name ?? '',
      names: row.names,
      preparationBlock: row.preparation_block,
      changedAt: Math.max(...[series.updated_at, ...meetings.map((one) => one.changed_at)].map(Date.parse)),
      meetings: meetings
        .map((one) => ({
          id: one.id,
          slotAt: one.slot_at,
          startsAt: one.starts_at,
          minutes: one.minutes,
          status: one.status,
          late: false,
          isExtra: one.is_extra,
          sequence: one.sequence,
        }))
        .toSorted((a, b) => Date.parse(a.slotAt) - Date.parse(b.slotAt)),
    },
  ];
}

function ruleOf({ cadence, every, weekday, nth, at, ...when }: StoredSeries): Rule {
  const common = { timeZone: when.time_zone, startsOn: when.starts_on };
  if (cadence === 'on_demand' || weekday === null || at === null) return { cadence: 'on_demand', ...common };
  const regular = { every, weekday, at: at.slice(0, 5), ...common };
  return cadence === 'monthly' && nth !== null
    ? { cadence: 'monthly', nth, ...regular }
    : { cadence: 'weekly', ...regular };
}
