/**
 * What two people share of their meetings and what each keeps, as the rules tell it: written a second time and by hand,
 * sharing nothing with the application.
 */
export const sides = ['manager', 'employee'] as const;
export type Side = (typeof sides)[number];
export type Actor = Side | 'outsider';

export const pointCommands = [
  'share',
  'discuss',
  'undiscuss',
  'drop',
  'takeUp',
  'putOff',
  'takeBack',
  'toTheEnd',
  'remove',
  'note',
] as const;
export type PointCommand = (typeof pointCommands)[number];
export const meetingCommands = ['move', 'skip', 'cancel', 'planAgain', 'start', 'endMeeting'] as const;
export type MeetingCommand = (typeof meetingCommands)[number];
export const plainCommands = [
  'addPrivate',
  'addShared',
  'ready',
  'notReady',
  'objective',
  'writeUpdate',
  'sendUpdate',
  'takeUpdateBack',
  'endSeries',
] as const;
export type PlainCommand = (typeof plainCommands)[number];

export interface ModelPoint {
  id: string;
  author: Side;
  shared: boolean;
  /** The first day on which it is back from the shelf. */
  laterUntil: number;
  discussed: boolean;
  dropped: boolean;
  notes: Set<Side>;
}

export interface ModelMeeting {
  status: 'planned' | 'held' | 'skipped' | 'cancelled';
  startsOn: number;
  version: number;
  ended: boolean;
}

/** Days are counted from a Monday, the day of the first step; slot n is the Tuesday of week n. */
export interface SeriesModel {
  day: number;
  managed: boolean;
  ended: boolean;
  points: ModelPoint[];
  ready: Record<Side, boolean>;
  hasObjective: boolean;
  update: 'none' | 'written' | 'sent';
  meetings: Map<number, ModelMeeting>;
}

export function newSeries(): SeriesModel {
  return {
    day: 0,
    managed: true,
    ended: false,
    points: [],
    ready: { manager: false, employee: false },
    hasObjective: false,
    update: 'none',
    meetings: new Map(),
  };
}

export function placeOf(model: SeriesModel, point: ModelPoint): 'open' | 'later' | 'discussed' | 'dropped' {
  if (point.dropped) return 'dropped';
  if (point.discussed) return 'discussed';
  return point.laterUntil > model.day ? 'later' : 'open';
}

export function visibleTo(model: SeriesModel, side: Side): ModelPoint[] {
  return model.points.filter((point) => point.shared || point.author === side);
}

/** What became of a slot; nothing yet while nobody touched it. */
export function meetingAt(model: SeriesModel, slot: number): ModelMeeting {
  const untouched = { status: 'planned', startsOn: slot * 7 + 1, version: 0, ended: false } as const;
  return model.meetings.get(slot) ?? { ...untouched };
}

const standing = (model: SeriesModel) => model.managed && !model.ended;
const authorsAlone: readonly PointCommand[] = ['share', 'drop', 'takeUp', 'remove'];

/** What the other side said is ready was another agenda. */
function letMarkFall(model: SeriesModel, actor: Side): void {
  model.ready[actor === 'manager' ? 'employee' : 'manager'] = false;
}

/** The status that a command on a point gets; what it changes is changed. */
export function onPoint(model: SeriesModel, actor: Actor, command: PointCommand, point: ModelPoint): number {
  const before = openIds(model);
  const status = toPoint(model, actor, command, point);
  // Ticking off is what the meeting is for; whatever else joins the open ones or leaves them makes another agenda.
  const isTick = command === 'discuss' || command === 'undiscuss';
  if (!isTick && openIds(model) !== before) unready(model, actor);
  return status;
}

function openIds(model: SeriesModel): string {
  const open = model.points.filter((point) => point.shared && placeOf(model, point) === 'open');
  return open.map(({ id }) => id).join();
}

function unready(model: SeriesModel, actor: Actor): void {
  model.ready[actor === 'manager' ? 'employee' : 'manager'] = false;
}

function toPoint(model: SeriesModel, actor: Actor, command: PointCommand, point: ModelPoint): number {
  if (actor === 'outsider' || (!point.shared && point.author !== actor)) return 404;
  if (authorsAlone.includes(command) && point.author !== actor) return 403;
  if (!standing(model)) return 409;
  const place = placeOf(model, point);
  const isSettled = place === 'discussed' || place === 'dropped';
  switch (command) {
    case 'share':
      if (point.shared) return 200;
      if (isSettled) return 409;
      point.shared = true;
      if (place === 'open') letMarkFall(model, actor);
      return 200;
    case 'discuss':
      if (!point.shared || place === 'dropped') return 409;
      Object.assign(point, { discussed: true, laterUntil: 0 });
      return 200;
    case 'undiscuss':
      if (place === 'discussed') point.discussed = false;
      return 200;
    case 'drop':
      if (place === 'discussed') return 409;
      point.dropped = true;
      if (point.shared && place === 'open') letMarkFall(model, actor);
      return 200;
    case 'takeUp':
      point.dropped = false;
      if (point.shared && place === 'dropped') letMarkFall(model, actor);
      return 200;
    case 'putOff':
      if (isSettled) return 409;
      point.laterUntil = model.day + 3;
      if (point.shared && place === 'open') letMarkFall(model, actor);
      return 200;
    case 'takeBack':
      if (place !== 'later') return 200;
      point.laterUntil = 0;
      if (point.shared) letMarkFall(model, actor);
      return 200;
    case 'toTheEnd':
      return isSettled ? 409 : 200;
    case 'remove':
      if (point.discussed) return 409;
      if (point.shared && place === 'open') letMarkFall(model, actor);
      model.points = model.points.filter((one) => one !== point);
      return 204;
    case 'note':
      point.notes.add(actor);
      return 200;
  }
}

export function onMeeting(model: SeriesModel, actor: Actor, command: MeetingCommand, slot: number): number {
  if (actor === 'outsider') return 404;
  if ((command === 'start' || command === 'endMeeting') && actor === 'employee') return 403;
  if (!standing(model)) return 409;
  const meeting = meetingAt(model, slot);
  const change = (to: Partial<ModelMeeting>) =>
    void model.meetings.set(slot, { ...meeting, ...to, version: meeting.version + 1 });
  // A step is taken at eight on a Monday, and no meeting is on a Monday before that.
  const isOver = meeting.startsOn < model.day;
  if (command === 'endMeeting') {
    if (meeting.status !== 'held') return 409;
    if (!meeting.ended) change({ ended: true });
    return 200;
  }
  if (command === 'start') {
    if (meeting.status === 'held') return 201;
    if (meeting.status !== 'planned') return 409;
    change({ status: 'held' });
    Object.assign(model, { ready: { manager: false, employee: false }, hasObjective: false });
    if (model.update === 'sent') model.update = 'none';
    return 201;
  }
  if (meeting.status === 'held') return 409;
  if (command === 'planAgain') {
    if (meeting.status === 'planned') return 200;
    if (isOver) return 409;
    change({ status: 'planned' });
    return 200;
  }
  if (command === 'move') {
    if (meeting.status !== 'planned') return 409;
    change({ startsOn: Math.max(meeting.startsOn, model.day) + 1 });
    return 200;
  }
  if (isOver) return 409;
  change({ status: command === 'skip' ? 'skipped' : 'cancelled' });
  return 200;
}

export function onSeries(model: SeriesModel, actor: Actor, command: PlainCommand, newId: string): number {
  if (actor === 'outsider') return 404;
  const isUpdate = ['writeUpdate', 'sendUpdate', 'takeUpdateBack'].includes(command);
  if (isUpdate && actor === 'manager') return 403;
  if (command === 'endSeries' && actor === 'employee') return 403;
  if (!standing(model)) return 409;
  switch (command) {
    case 'addPrivate':
    case 'addShared': {
      const shared = command === 'addShared';
      const fresh = { discussed: false, dropped: false, laterUntil: 0, notes: new Set<Side>() };
      model.points.push({ id: newId, author: actor, shared, ...fresh });
      if (shared) letMarkFall(model, actor);
      if (shared) unready(model, actor);
      return 201;
    }
    case 'ready':
    case 'notReady':
      model.ready[actor] = command === 'ready';
      return 200;
    case 'objective':
      model.hasObjective = true;
      unready(model, actor);
      return 200;
    case 'writeUpdate':
      if (model.update === 'sent') return 409;
      model.update = 'written';
      return 200;
    case 'sendUpdate':
      if (model.update === 'none') return 409;
      model.update = 'sent';
      return 200;
    case 'takeUpdateBack':
      if (model.update === 'sent') model.update = 'written';
      return 200;
    case 'endSeries':
      model.ended = true;
      return 200;
  }
}
