import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import { mayDo } from '../domain/rights.ts';
import type { Refusal } from '../domain/rights.ts';
import { isShared, transitionFor } from '../domain/states.ts';
import type { Action, Actor, EventKind, State, Transition } from '../domain/states.ts';
import { reachForWriting } from './one-on-one-reach.ts';
import type { ReachedOneOnOne } from './one-on-one-reach.ts';
import { standingOf } from './standing-reach.ts';
import { tellReaders } from './tell-readers.ts';

export const refusals: Record<Refusal | 'not_of_the_pair', string> = {
  not_yours: 'That is for the other side to do.',
  no_longer_managed:
    'You no longer manage this person: you can still read the one-on-one, and change nothing.',
  not_of_the_pair: 'That is between the two whose one-on-one it is.',
  managing_ended:
    'The manager of this one-on-one no longer manages you, so nobody could revise it. You can approve it, with a remark.',
};

/** A one-on-one, locked, with a transition that this viewer may make now. */
export interface Change {
  row: ReachedOneOnOne;
  transition: Transition;
}

/** Reach (404), right (403), state (409), on the locked row. `seenState` is the one that the editor showed. */
export async function prepareChange(
  { db, viewer }: Context,
  id: string,
  action: Action,
  seenState?: State,
): Promise<Change> {
  const row = await reachForWriting(db, id);
  const verdict = mayDo(action, standingOf(row, viewer.id));
  if (!verdict.allowed) throw problem('forbidden', { detail: refusals[verdict.because] });
  const transition = transitionFor(action, row.state);
  if (transition === null || (seenState !== undefined && seenState !== row.state)) {
    throw problem('wrong_state', { current: { state: row.state, version: row.version } });
  }
  return { row, transition };
}

export function refuseStaleVersion(row: ReachedOneOnOne, version: number): void {
  if (row.version !== version) {
    throw problem('stale_version', {
      current: { state: row.state, version: row.version, title: row.title, heldOn: row.held_on },
    });
  }
}

interface Applied {
  /** Title and date, where they change. */
  changes?: { title?: string; held_on?: string };
  /** Of a revision request. */
  message?: string;
}

/** Writes the transition, guarded by the state it starts from, records its events and announces it. */
export async function applyChange(
  context: Context,
  { row, transition }: Change,
  applied: Applied = {},
): Promise<void> {
  const { db, now } = context;
  const { from, to } = transition;
  if (to === 'gone') {
    await announceChange(context, row, transition);
    const gone = await db.run(
      build.deleteFrom('one_on_one').where('id', '=', row.id).where('state', '=', from),
    );
    if (gone === 0) throw problem('wrong_state');
    return;
  }
  const changed = await db.run(
    build
      .updateTable('one_on_one')
      .set({ state: to, version: row.version + 1, updated_at: now, ...applied.changes })
      .where('id', '=', row.id)
      .where('state', '=', from)
      .where('version', '=', row.version),
  );
  if (changed === 0) throw problem('wrong_state');
  for (const kind of transition.events) await recordEvent(context, row.id, kind, !isShared(to), applied);
  await announceChange(context, row, transition);
}

export async function recordEvent(
  { db, viewer, now }: Context,
  oneOnOneId: string,
  kind: EventKind,
  beforeSharing: boolean,
  more: { message?: string | undefined; personId?: string } = {},
): Promise<void> {
  const { message, personId = null } = more;
  if (kind === 'edited' && (await wasJustEdited({ db, viewer, now }, oneOnOneId))) return;
  const id = newId();
  await db.run(
    build.insertInto('one_on_one_event').values({
      id,
      one_on_one_id: oneOnOneId,
      kind,
      at: now,
      by_id: viewer.id,
      before_sharing: beforeSharing,
      person_id: personId,
    }),
  );
  if (message !== undefined) {
    await db.run(
      build.insertInto('revision_request').values({ event_id: id, one_on_one_id: oneOnOneId, message }),
    );
  }
}

// Autosave writes every few seconds; the history says once an hour that somebody was writing.
async function wasJustEdited(
  { db, viewer, now }: Pick<Context, 'db' | 'viewer' | 'now'>,
  oneOnOneId: string,
) {
  const last = await db.first(
    sql<{ recent: boolean }>`
      select kind = 'edited' and by_id = ${viewer.id} and at > ${now}::timestamptz - interval '1 hour' as recent
        from one_on_one_event where one_on_one_id = ${oneOnOneId} order by sequence desc limit 1`,
  );
  return last?.recent ?? false;
}

async function announceChange(context: Context, row: ReachedOneOnOne, { tells, events }: Transition) {
  if (tells === null) return;
  const idOf: Record<Actor, string> = { manager: row.manager_id, employee: row.employee_id };
  await tellReaders(context, row.id, tells.of, [idOf[tells.whom]]);
  if (tells.of === 'deleted') await tellReaders(context, row.id, 'deleted', row.participant_ids);
  // With sharing they can read it for the first time.
  if (events.includes('shared')) {
    await tellReaders(context, row.id, 'participant_added', row.participant_ids);
  }
}
