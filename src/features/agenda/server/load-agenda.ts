import { sql } from 'kysely';
import { prepared } from '../../../server/database/query.ts';
import type { Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import { storedMeetings, withTimes } from '../../series/server/meeting-reach.ts';
import type { MeetingRow } from '../../series/server/meeting-reach.ts';
import { isMine, seriesColumns, seriesTables } from '../../series/server/series-reach.ts';
import type { SeriesRow } from '../../series/server/series-reach.ts';
import { voiceDays } from '../domain/points.ts';
import { nothingYet } from './agenda-queries.ts';
import type { AgendaRow } from './agenda-queries.ts';
import { unsettledInSeries, withPointTimes } from './point-queries.ts';
import type { PointRow } from './point-queries.ts';

export interface LoadedAgenda {
  series: SeriesRow;
  meetings: MeetingRow[];
  agenda: AgendaRow;
  points: PointRow[];
  voices: Voice[];
}

interface Voice {
  author_id: string;
  points: number;
}

interface WholeRow extends SeriesRow {
  meetings: MeetingRow[];
  agenda: AgendaRow | null;
  points: PointRow[];
  voices: Voice[];
}

// Every page of a series asks for it, and asks again whenever either of the two writes: built once.
const wholeAgenda = prepared(sql<WholeRow>`
  select ${seriesColumns}, ${storedMeetings} as meetings, ${unsettledInSeries} as points,
         (select to_json(x) from (select g.objective, g.topics, g.manager_ready_at, g.employee_ready_at, g.version
                                    from agenda g where g.series_id = s.id) x) as agenda,
         -- Shared points alone: how many private ones somebody keeps is nobody's to know.
         (select coalesce(json_agg(x), '[]')
            from (select v.author_id, count(*)::int as points
                    from talking_point v
                   where v.series_id = s.id and v.shared and v.shared_at >= ${'since'}
                   group by v.author_id) x) as voices
    from ${seriesTables}
   where s.id = ${'id'} and ${isMine}`);

export async function loadAgenda(db: Reader, seriesId: string, now: Date): Promise<LoadedAgenda> {
  const since = new Date(now.getTime() - voiceDays * 24 * 3_600_000);
  const row = await db.first(wholeAgenda(since, seriesId));
  if (row === undefined) throw problem('not_found');
  const { meetings, points, agenda, voices, ...series } = row;
  return {
    series,
    meetings: meetings.map(withTimes),
    agenda: agenda === null ? nothingYet : withReadyTimes(agenda),
    points: points.map(withPointTimes),
    voices,
  };
}

/** Inside JSON PostgreSQL writes times its own way. */
function withReadyTimes(row: AgendaRow): AgendaRow {
  const iso = (time: string | null) => time && new Date(time).toISOString();
  return {
    ...row,
    manager_ready_at: iso(row.manager_ready_at),
    employee_ready_at: iso(row.employee_ready_at),
  };
}
