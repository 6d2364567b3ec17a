import type { Viewer } from '../../../server/database/transaction.ts';
import type { Context } from '../../../server/http/serve.ts';
import { nextMeeting } from '../../series/domain/meetings.ts';
import type { MeetingRow } from '../../series/server/meeting-reach.ts';
import { arrangementOf } from '../../series/server/series-reach.ts';
import type { SeriesRow } from '../../series/server/series-reach.ts';
import type { Agenda } from '../contract.ts';
import { loadAgenda } from './load-agenda.ts';
import type { LoadedAgenda } from './load-agenda.ts';
import { placeOfRow, presentPoint, seenIn } from './present-point.ts';

export function presentAgenda(loaded: LoadedAgenda, viewer: Pick<Viewer, 'id'>, now: Date): Agenda {
  const { series, meetings, agenda, points, voices } = loaded;
  const seen = seenIn(series, meetings, viewer.id, now);
  const at = (place: 'open' | 'later') => points.filter((row) => placeOfRow(row, seen.today) === place);
  const later = at('later').toSorted((a, b) => (a.later_until ?? '').localeCompare(b.later_until ?? ''));
  const spokenBy = (personId: string) => voices.find((voice) => voice.author_id === personId)?.points ?? 0;
  return {
    objective: agenda.objective,
    topics: agenda.topics,
    ready: { manager: agenda.manager_ready_at, employee: agenda.employee_ready_at },
    dueOn: seen.canArrange ? dueOn(series, meetings, now) : null,
    version: agenda.version,
    points: at('open').map((row) => presentPoint(row, seen)),
    later: later.map((row) => presentPoint(row, seen)),
    voice: [series.employee_id, series.manager_id].map((personId) => ({
      personId,
      points: spokenBy(personId),
    })),
    abilities: { arrange: seen.canArrange },
  };
}

/** In the series' time zone, as its meetings are. */
function dueOn(series: SeriesRow, meetings: readonly MeetingRow[], now: Date): string | null {
  const next = nextMeeting(arrangementOf(series), meetings, now);
  if (next === null) return null;
  const day = Temporal.Instant.from(next.startsAt).toZonedDateTimeISO(series.rule.timeZone).toPlainDate();
  return day.subtract({ days: series.agenda_due_days }).toString();
}

export async function presentAgendaNow({ db, viewer, now }: Context, seriesId: string): Promise<Agenda> {
  return presentAgenda(await loadAgenda(db, seriesId, now), viewer, now);
}
