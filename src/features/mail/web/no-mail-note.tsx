import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../../web/shell/queries.ts';
import { Note } from '../../../web/ui/note.tsx';
import { mailRoutes } from '../contract.ts';
import styles from './no-mail-note.module.css';

export const mailStatusQuery = queryOf(mailRoutes.mailStatus, {});

/** For an admin: without it, everybody waits for invitations that never come. */
export function NoMailNote() {
  const { data } = useQuery(mailStatusQuery);
  if (data === undefined || data.leaves) return null;
  return (
    <div className={styles.note}>
      <Note look="caution">
        No mail leaves: SMTP_URL is not set. Invitations and notices are kept as files in the folder “mail” of
        the data folder; until it is set, pass the links on yourself.
      </Note>
    </div>
  );
}
