import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../../web/shell/queries.ts';
import { Note } from '../../../web/ui/note.tsx';
import { peopleRoutes } from '../../people/contract.ts';
import styles from './no-team-note.module.css';

/** Why *New one-on-one* is not there, and who can change that. */
export function NoTeamNote() {
  const { data } = useQuery(queryOf(peopleRoutes.listManagedPeople, {}));
  if (data === undefined) return null;
  const admins = new Intl.ListFormat('en', { type: 'disjunction' }).format(
    data.admins.map(({ name }) => name),
  );
  return (
    <div className={styles.note}>
      <Note>
        Only team managers start one-on-ones, and you manage no team. If you lead people here,{' '}
        {admins === '' ? 'an admin' : admins} can give you team manager access.
      </Note>
    </div>
  );
}
