import { problem } from '../../../shared/problems.ts';
import type { Viewer } from '../../../server/database/transaction.ts';
import { mayAdminister } from '../domain/rights.ts';

export function requireAdmin(viewer: Viewer): void {
  if (!mayAdminister(viewer.isAdmin)) {
    throw problem('forbidden', { detail: 'Only an admin manages people and teams.' });
  }
}
