/**
 * What is to be told of meetings, worked out from lists of days: shares nothing with the product but the rules as they
 * are written down. People here work on four days a week or more.
 */
export interface ModelPerson {
  id: string;
  side: 'manager' | 'employee';
  timeZone: string;
  days: number[];
  beginsAt: string;
  endsAt: string;
  wanted: Record<Kind, boolean>;
  count: Record<Kind, number>;
}

export const kinds = ['add-to-agenda', 'review-agenda', 'finish-record'] as const;
export type Kind = (typeof kinds)[number];

export interface ModelMeeting {
  startsAt: number;
  endsAt: number;
  status: 'planned' | 'held' | 'off';
  record: 'draft' | 'pending_approval' | 'approved' | null;
  /** When its status or its record's changed last. */
  changedAt: number;
}

const hour = 3_600_000;
const known = new Map<string, string[]>();

/** All days on which somebody works, around the time of the trial. */
function workdays(days: number[]): string[] {
  const key = days.join();
  let list = known.get(key);
  if (list === undefined) {
    list = [];
    for (let at = Date.UTC(2026, 11, 1); at < Date.UTC(2028, 6, 1); at += 24 * hour) {
      const day = new Date(at);
      if (days.includes(day.getUTCDay() || 7)) list.push(day.toISOString().slice(0, 10));
    }
    known.set(key, list);
  }
  return list;
}

const walls = new Map<string, Intl.DateTimeFormat>();

/** `2027-03-28 09:30`, where somebody is. */
function wallOf(at: number, timeZone: string): string {
  let format = walls.get(timeZone);
  if (format === undefined) {
    const parts = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    } as const;
    format = new Intl.DateTimeFormat('sv-SE', { ...parts, timeZone });
    walls.set(timeZone, format);
  }
  return format.format(at);
}

const moments = new Map<string, number>();

/** The first moment at which a clock shows a day and a time: looked for, a quarter of an hour at a time. */
function momentOf(day: string, time: string, timeZone: string): number {
  const key = `${day} ${time} ${timeZone}`;
  let found = moments.get(key);
  if (found === undefined) {
    found = Date.parse(`${day}T${time}Z`) - 16 * hour;
    while (wallOf(found, timeZone) < `${day} ${time}`) found += hour / 4;
    moments.set(key, found);
  }
  return found;
}

export function isAtWork(person: ModelPerson, at: number): boolean {
  const [day = '', time = ''] = wallOf(at, person.timeZone).split(' ');
  return workdays(person.days).includes(day) && time >= person.beginsAt && time < person.endsAt;
}

export function beginOfWork(person: ModelPerson, at: number): number {
  return momentOf(wallOf(at, person.timeZone).slice(0, 10), person.beginsAt, person.timeZone);
}

/** From when on, and until when, somebody may be told. */
export function spanOf(person: ModelPerson, kind: Kind, meeting: ModelMeeting): [number, number] {
  const list = workdays(person.days);
  const count = person.count[kind];
  if (kind === 'finish-record') {
    const last = wallOf(meeting.endsAt, person.timeZone).slice(0, 10);
    const day = list.filter((one) => one > last)[count - 1] ?? '';
    const due = momentOf(day, person.beginsAt, person.timeZone);
    return [due, due + 7 * 24 * hour];
  }
  const first = wallOf(meeting.startsAt, person.timeZone).slice(0, 10);
  const day = list.filter((one) => one < first).at(-count) ?? '';
  return [momentOf(day, person.beginsAt, person.timeZone), meeting.startsAt];
}

export function isOpen(person: ModelPerson, kind: Kind, meeting: ModelMeeting): boolean {
  if (meeting.status === 'off' || !person.wanted[kind]) return false;
  if (kind !== 'finish-record') return meeting.status === 'planned';
  if (person.side === 'employee') return meeting.record === 'pending_approval';
  return meeting.record === null ? meeting.status === 'planned' : meeting.record === 'draft';
}
