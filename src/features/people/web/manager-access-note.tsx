import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../../web/shell/queries.ts';
import { Note } from '../../../web/ui/note.tsx';
import { peopleRoutes } from '../contract.ts';

/** For whoever manages no team: why "New one-on-one" is not here, and who can change that. */
export function ManagerAccessNote() {
  const managed = useQuery(queryOf(peopleRoutes.listManagedPeople, {}));
  if (managed.data === undefined) return null;
  const admins = new Intl.ListFormat('en', { type: 'disjunction' }).format(
    managed.data.admins.map(({ name }) => name),
  );
  return (
    <Note>
      Only team managers start one-on-ones, and you manage no team. {admins === '' ? 'An admin' : admins} can
      give you team manager access.
    </Note>
  );
}
