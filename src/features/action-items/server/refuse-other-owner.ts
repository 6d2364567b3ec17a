import { problem } from '../../../shared/problems.ts';

/** An agreement is between the two: one of them does it. */
export function refuseOtherOwner(
  record: { manager_id: string; employee_id: string },
  ownerId: string | undefined,
): void {
  if (ownerId === undefined || ownerId === record.manager_id || ownerId === record.employee_id) return;
  throw problem('invalid', {
    errors: [{ path: 'ownerId', message: 'An action item belongs to the employee or to the manager.' }],
  });
}
