import { Note } from '../../../web/ui/note.tsx';
import type { Meeting } from '../contract.ts';
import { isLateFor } from '../domain/meetings.ts';

/** Before a meeting is moved or called off at short notice: what that does, and what is better. */
export function LateNote({ meeting }: { meeting: Meeting }) {
  if (!isLate(meeting)) return null;
  return (
    <Note look="caution">
      It is less than 24 hours away. Gallup found that employees whose managers hold regular meetings with
      them are almost three times as likely to be engaged; a one-on-one that goes at the last minute says the
      opposite. If it must be, move it by hours rather than give it up, and say why.
    </Note>
  );
}

function isLate({ startsAt }: Meeting, now = new Date()): boolean {
  return isLateFor(startsAt, now);
}
