import { nextMeeting } from '../domain/meetings.ts';
import type { Occurrence } from '../domain/meetings.ts';
import { isOpen, seriesAbilities, sideOf } from '../domain/rights.ts';
import { slotName } from '../domain/slot.ts';
import type { Meeting, Series } from '../contract.ts';
import type { MeetingRow } from './meeting-reach.ts';
import { arrangementOf, seriesStanding } from './series-reach.ts';
import type { SeriesRow } from './series-reach.ts';

export function presentSeries(
  row: SeriesRow,
  meetings: readonly MeetingRow[],
  viewerId: string,
  now: Date,
): Series {
  const standing = seriesStanding(row, viewerId);
  const known = meetings.filter((meeting) => meeting.seriesId === row.id);
  const next = isOpen(standing) ? nextMeeting(arrangementOf(row), known, now) : null;
  const hasTemplate =
    sideOf(standing) === 'manager' && row.template_id !== null && row.template_title !== null;
  return {
    id: row.id,
    manager: { id: row.manager_id, name: row.manager_name },
    employee: { id: row.employee_id, name: row.employee_name },
    rule: row.rule,
    minutes: row.minutes,
    place: row.place,
    template: hasTemplate ? { id: row.template_id ?? '', title: row.template_title ?? '' } : null,
    managerPrepares: row.manager_prepares,
    employeePrepares: row.employee_prepares,
    agendaDueDays: row.agenda_due_days,
    isOpen: isOpen(standing),
    ended: endOf(row),
    next: next === null ? null : presentMeeting(next),
    version: row.version,
    abilities: seriesAbilities(standing),
  };
}

/** The pair can have ended before anybody wrote that the series has. */
function endOf({ ended_at: at, ended_because: because }: SeriesRow): Series['ended'] {
  return at === null || because === null ? null : { at, because };
}

export function presentMeeting(meeting: MeetingRow | Occurrence): Meeting {
  const isStored = 'id' in meeting;
  const isMoved = Date.parse(meeting.slotAt) !== Date.parse(meeting.startsAt);
  return {
    slot: slotName(meeting.slotAt),
    startsAt: meeting.startsAt,
    minutes: meeting.minutes,
    status: meeting.status,
    movedFrom: isMoved ? meeting.slotAt : null,
    late: meeting.late,
    isExtra: meeting.isExtra,
    reason: isStored ? meeting.reason : '',
    heldAt: isStored ? meeting.heldAt : null,
    endedAt: isStored ? meeting.endedAt : null,
    oneOnOneId: isStored ? meeting.oneOnOneId : null,
    version: isStored ? meeting.version : 0,
  };
}
