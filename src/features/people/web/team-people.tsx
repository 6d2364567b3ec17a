import { X } from 'lucide-react';
import { call } from '../../../web/shell/call.ts';
import { queryClient, queryOf } from '../../../web/shell/queries.ts';
import { EmptyState } from '../../../web/ui/empty-state.tsx';
import { Face } from '../../../web/ui/face.tsx';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Link } from '../../../web/ui/link.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useAction } from '../../../web/ui/use-action.ts';
import { useFocusAfterRemoval } from '../../../web/ui/use-focus-after-removal.ts';
import { peopleRoutes, type NamedPerson, type Team } from '../contract.ts';
import { refreshPeople } from './people-queries.ts';
import { PersonPicker } from './person-picker.tsx';
import styles from './person-page.module.css';

const sides = {
  managers: {
    put: peopleRoutes.addManager,
    remove: peopleRoutes.removeManager,
    pick: 'Add a team manager',
    empty: 'No team manager yet',
    next: 'Until somebody manages this team, nobody can start one-on-ones with its members.',
    removed: (person: string, team: string) => `${person} no longer manages ${team}.`,
  },
  members: {
    put: peopleRoutes.addMember,
    remove: peopleRoutes.removeMember,
    pick: 'Add a member',
    empty: 'No members yet',
    next: 'Add the people whom the team managers meet.',
    removed: (person: string, team: string) => `${person} is no longer in ${team}.`,
  },
};

/** The members or the managers of a team. Shown changed at once; taking somebody out can be undone. */
export function TeamPeople({ team, as }: { team: Team; as: 'members' | 'managers' }) {
  const { run, error } = useAction();
  const side = sides[as];
  const people = team[as];
  const { ref, removing } = useFocusAfterRemoval(people.length);

  function add(person: NamedPerson) {
    const others = people.filter(({ id }) => id !== person.id);
    void run(() => write(team.id, side.put, person.id, { [as]: [...others, person] }));
  }

  async function remove(person: NamedPerson) {
    const left = people.filter(({ id }) => id !== person.id);
    removing(people.indexOf(person));
    const isDone = await run(() => write(team.id, side.remove, person.id, { [as]: left }));
    if (isDone) toast(side.removed(person.name, team.name), () => add(person));
  }

  return (
    <div ref={ref}>
      {people.length === 0 ? (
        <EmptyState title={side.empty}>{side.next}</EmptyState>
      ) : (
        <ul className={styles.rows}>
          {people.map((person) => (
            <li key={person.id}>
              <Face name={person.name} as="ink" />
              <Link to="/people/$personId" params={{ personId: person.id }}>
                {person.name}
              </Link>
              <IconButton label={`Take ${person.name} out`} size="s" onPress={() => void remove(person)}>
                <X size={15} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {error !== null && <InlineError error={error} />}
      <div className={styles.add}>
        <PersonPicker label={side.pick} except={people} onPick={add} />
      </div>
    </div>
  );
}

type TeamPersonRoute = (typeof sides)['members' | 'managers']['put' | 'remove'];

/** Draws the change first; if the server refuses, the team is fetched as it is. */
async function write(
  teamId: string,
  route: TeamPersonRoute,
  personId: string,
  expected: Partial<Team>,
): Promise<void> {
  const { queryKey } = queryOf(peopleRoutes.openTeam, { params: { teamId } });
  queryClient.setQueryData(queryKey, (before) =>
    before === undefined ? before : { ...before, ...expected },
  );
  try {
    queryClient.setQueryData(queryKey, await call(route, { params: { teamId, personId } }));
  } finally {
    await refreshPeople();
  }
}
