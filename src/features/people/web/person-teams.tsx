import { Badge } from '../../../web/ui/badge.tsx';
import { EmptyState } from '../../../web/ui/empty-state.tsx';
import { Link, LinkButton } from '../../../web/ui/link.tsx';
import styles from './person-page.module.css';

interface PersonTeamsProps {
  name: string;
  teams: readonly { id: string; name: string; as: 'member' | 'manager' }[];
}

/** Which teams somebody is in, and which they manage; changed on the team's page. */
export function PersonTeams({ name, teams }: PersonTeamsProps) {
  if (teams.length === 0) {
    return (
      <EmptyState title="In no team" action={<LinkButton to="/teams">Go to teams</LinkButton>}>
        Nobody manages {name}, and {name} manages nobody. Put them into a team, or make them its manager.
      </EmptyState>
    );
  }
  return (
    <ul className={styles.rows}>
      {teams.map((team) => (
        <li key={`${team.id} ${team.as}`}>
          <Link to="/teams/$teamId" params={{ teamId: team.id }}>
            {team.name}
          </Link>
          {team.as === 'manager' ? <Badge tone="mine">Team manager</Badge> : <small>Member</small>}
        </li>
      ))}
    </ul>
  );
}
