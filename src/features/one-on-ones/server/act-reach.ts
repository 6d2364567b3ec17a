import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { isActState } from '../domain/acts.ts';
import type { Act } from '../domain/acts.ts';
import { isOfThePair, mayAct } from '../domain/rights.ts';
import type { Standing, Verdict } from '../domain/rights.ts';
import { isShared } from '../domain/states.ts';
import type { EventKind, State } from '../domain/states.ts';
import { reachForWriting } from './one-on-one-reach.ts';
import type { ReachedOneOnOne } from './one-on-one-reach.ts';
import { standingOf } from './standing-reach.ts';
import { recordEvent, refusals } from './transition.ts';

/** Reach (404), right (403), state (409), on the locked row, for what leaves the state as it is. */
export async function prepareAct(
  context: Context,
  id: string,
  act: Act,
  seenState?: State,
): Promise<ReachedOneOnOne> {
  const row = await prepareRight(context, id, (standing) => mayAct(act, standing));
  refuseOtherState(row, isActState(act, row.state) && (seenState ?? row.state) === row.state);
  return row;
}

/** Reach (404) and right (403), on the locked row, for a right that a feature downstream knows. */
export async function prepareRight(
  { db, viewer }: Context,
  id: string,
  right: (standing: Standing) => Verdict,
): Promise<ReachedOneOnOne> {
  const row = await reachForWriting(db, id);
  const verdict = right(standingOf(row, viewer.id));
  if (!verdict.allowed) throw problem('forbidden', { detail: refusals[verdict.because] });
  return row;
}

export function refuseOtherState(row: ReachedOneOnOne, isRight: boolean): void {
  if (!isRight) throw problem('wrong_state', { current: { state: row.state, version: row.version } });
}

/** Counts a change of the record's content that is not of its sections: an action item, a file. */
export async function countChange(context: Context, row: ReachedOneOnOne): Promise<void> {
  const changed = await context.db.run(
    build
      .updateTable('one_on_one')
      .set({ version: row.version + 1, updated_at: context.now })
      .where('id', '=', row.id)
      .where('state', '=', row.state)
      .where('version', '=', row.version),
  );
  if (changed === 0) throw problem('wrong_state');
  await recordEvent(context, row.id, 'edited', !isShared(row.state));
}

/** For what is between the two. */
export function refuseParticipant(row: ReachedOneOnOne, viewerId: string): void {
  if (!isOfThePair(standingOf(row, viewerId)))
    throw problem('forbidden', { detail: refusals.not_of_the_pair });
}

/** What a feature downstream did with the record, in its history. */
export async function recordAct(context: Context, row: ReachedOneOnOne, kind: EventKind): Promise<void> {
  await recordEvent(context, row.id, kind, !isShared(row.state));
}
