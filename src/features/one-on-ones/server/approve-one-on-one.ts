import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { OneOnOne } from '../contract.ts';
import { digestOf } from './digest.ts';
import { freezeFigures, takeUpTargets } from './freeze-figures.ts';
import { loadContent } from './load-content.ts';
import { presentNow } from './present-now.ts';
import { applyChange, prepareChange, refuseStaleVersion } from './transition.ts';

interface Approval {
  version: number;
  remark?: string | null | undefined;
  figures?: string | undefined;
}

/** Bound to the version that was read: nobody approves what they did not see. */
export async function approveOneOnOne(context: Context, id: string, approval: Approval): Promise<OneOnOne> {
  const { db, viewer, now } = context;
  const change = await prepareChange(context, id, 'approve');
  refuseStaleVersion(change.row, approval.version);
  const remark = approval.remark || null;
  const figures = await freezeFigures(context, change.row, approval.figures);
  const { content } = await loadContent(db, id);
  const digest = digestOf({
    ...content,
    id,
    managerId: change.row.manager_id,
    employeeId: change.row.employee_id,
    remark,
    figures,
  });
  await db.run(
    build
      .insertInto('approval')
      .values({ one_on_one_id: id, at: now, by_id: viewer.id, version: approval.version, remark, digest }),
  );
  await takeUpTargets(context, id);
  await applyChange(context, change);
  return presentNow(context, id);
}
