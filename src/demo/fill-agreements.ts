import { actionItemRoutes as routes } from '../features/action-items/contract.ts';
import { agreementsOf } from './agreements.ts';
import type { DemoAgreement } from './agreements.ts';
import type { DemoPerson } from './company.ts';
import type { DemoRecord } from './records.ts';
import type { Visitor } from './visitor.ts';

interface Made {
  id: string;
  agreement: DemoAgreement;
}

/** While the record can still be written. */
export async function agree(
  manager: Visitor,
  record: DemoRecord,
  written: { oneOnOneId: string; heldOn: string; ids: Record<DemoPerson, string> },
): Promise<Made[]> {
  const made: Made[] = [];
  for (const agreement of agreementsOf(record)) {
    const dueOn = Temporal.PlainDate.from(written.heldOn).add({ days: agreement.dueIn }).toString();
    const ownerId = written.ids[record[agreement.owner]];
    const { id } = await manager.call(routes.add, {
      params: { oneOnOneId: written.oneOnOneId },
      body: { text: agreement.text, ownerId, dueOn },
    });
    made.push({ id, agreement });
  }
  return made;
}

/** `at` puts the clock so many hours after the meeting. */
export async function mark(
  people: Record<DemoAgreement['owner'], Visitor>,
  made: readonly Made[],
  at: (hours: number) => void,
): Promise<void> {
  for (const { id, agreement } of made) {
    const { became, owner } = agreement;
    const params = { actionItemId: id };
    if (became === undefined) continue;
    if ('doneAfter' in became) {
      at(24 * became.doneAfter);
      await people[owner].call(routes.complete, { params });
    } else {
      at(24 * agreement.dueIn);
      await people[owner].call(routes.drop, { params, body: { reason: became.droppedBecause } });
    }
  }
}
