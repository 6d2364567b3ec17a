import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import type { OneOnOne } from '../contract.ts';
import { digestOf } from './digest.ts';
import { loadOneOnOne } from './load-one-on-one.ts';
import { contentOf, presentOneOnOne } from './present-one-on-one.ts';
import { applyChange, prepareChange, refuseStaleVersion } from './transition.ts';

export async function presentNow({ db, viewer }: Context, id: string): Promise<OneOnOne> {
  return presentOneOnOne(await loadOneOnOne(db, id), viewer.id);
}

export async function shareOneOnOne(context: Context, id: string): Promise<OneOnOne> {
  await applyChange(context, await prepareChange(context, id, 'share'));
  return presentNow(context, id);
}

/** Keeps what was sent, to show next time what has changed since. */
export async function requestApproval(context: Context, id: string): Promise<OneOnOne> {
  const { db, viewer, now } = context;
  const change = await prepareChange(context, id, 'requestApproval');
  const snapshot = contentOf(await loadOneOnOne(db, id));
  await db.run(
    build.insertInto('approval_request').values({
      id: newId(),
      one_on_one_id: id,
      at: now,
      by_id: viewer.id,
      version: change.row.version + 1,
      snapshot: json(snapshot),
    }),
  );
  await applyChange(context, change);
  return presentNow(context, id);
}

export async function takeBack(context: Context, id: string): Promise<OneOnOne> {
  await applyChange(context, await prepareChange(context, id, 'takeBack'));
  return presentNow(context, id);
}

interface Approval {
  version: number;
  remark?: string | null | undefined;
}

/** Bound to the version that was read: nobody approves what they did not see. */
export async function approveOneOnOne(context: Context, id: string, approval: Approval): Promise<OneOnOne> {
  const { db, viewer, now } = context;
  const change = await prepareChange(context, id, 'approve');
  refuseStaleVersion(change.row, approval.version);
  const remark = approval.remark || null;
  const digest = digestOf({
    ...contentOf(await loadOneOnOne(db, id)),
    id,
    managerId: change.row.manager_id,
    employeeId: change.row.employee_id,
    remark,
  });
  await db.run(
    build
      .insertInto('approval')
      .values({ one_on_one_id: id, at: now, by_id: viewer.id, version: approval.version, remark, digest }),
  );
  await applyChange(context, change);
  return presentNow(context, id);
}

export async function requestRevision(context: Context, id: string, message: string): Promise<OneOnOne> {
  await applyChange(context, await prepareChange(context, id, 'requestRevision'), { message });
  return presentNow(context, id);
}

export async function deleteOneOnOne(context: Context, id: string): Promise<void> {
  await applyChange(context, await prepareChange(context, id, 'delete'));
}
