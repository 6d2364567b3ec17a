import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import { mayDo } from '../domain/rights.ts';
import type { Action, Refusal } from '../domain/rights.ts';
import type { TemplateRow } from './template-reach.ts';

const refusals: Record<Refusal, string> = {
  library: 'Templates of the library stay as they are. Duplicate it: the copy is yours to edit.',
  not_yours: 'Only its owner changes a template. Duplicate it: the copy is yours to edit.',
};

export function requireRight(action: Action, row: TemplateRow, viewerId: string): void {
  const verdict = mayDo(action, { ownerId: row.owner_id, viewerId });
  if (!verdict.allowed) throw problem('forbidden', { detail: refusals[verdict.because] });
}

export async function requireTeamManager(db: Db): Promise<void> {
  const answer = await db.first(sql<{ holds: boolean }>`select app.viewer_manages_a_team() as holds`);
  if (answer?.holds !== true) {
    throw problem('forbidden', { detail: 'Only team managers make templates. An admin can make you one.' });
  }
}
