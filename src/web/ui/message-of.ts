import { Problem } from '../../shared/problems.ts';
import { Sentence } from './sentence.ts';

/** A sentence for whatever was thrown. Only problems speak for themselves; anything else is our fault. */
export function messageOf(error: unknown): string {
  if (error instanceof Problem) {
    const { detail, errors = [] } = error.extras;
    return detail ?? (errors.length > 0 ? errors.map(({ message }) => message).join(' ') : error.message);
  }
  if (error instanceof Sentence) return error.message;
  if (error instanceof Error && error.name === 'Offline') return error.message;
  return 'Something went wrong in this page. Load it again; if it stays, tell your admin.';
}
