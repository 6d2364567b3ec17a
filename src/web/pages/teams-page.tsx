import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { peopleRoutes } from '../../features/people/contract.ts';
import { allTeamsQuery, refreshPeople } from '../../features/people/web/people-queries.ts';
import { TeamNameDialog } from '../../features/people/web/team-name-dialog.tsx';
import { TeamsTable } from '../../features/people/web/teams-table.tsx';
import { call } from '../shell/call.ts';
import { useMe } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NotFound } from '../ui/error-page.tsx';
import { InlineError } from '../ui/inline-error.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

export function TeamsPage() {
  const { isAdmin } = useMe();
  const teams = useQuery({ ...allTeamsQuery, enabled: isAdmin });
  const [isAdding, setAdding] = useState(false);
  const navigate = useNavigate();
  if (!isAdmin) return <NotFound />;

  async function add(body: { name: string }) {
    const team = await call(peopleRoutes.addTeam, { body });
    await refreshPeople();
    await navigate({ to: '/teams/$teamId', params: { teamId: team.id } });
  }

  const addButton = (
    <Button look="primary" onPress={() => setAdding(true)}>
      <Plus size={15} aria-hidden /> Add team
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title="Teams"
        lead="A team says who manages whom: its team managers can start one-on-ones with each of its members."
        actions={teams.data?.length !== 0 && addButton}
      />
      {teams.error !== null && <InlineError error={teams.error} onRetry={() => void teams.refetch()} />}
      {teams.isPending && <Skeleton shape="rows" lines={5} />}
      {teams.data?.length === 0 && (
        <EmptyState title="No teams yet" action={addButton}>
          Add the first one, put people into it and say who manages it. Then its manager can start
          one-on-ones.
        </EmptyState>
      )}
      {teams.data !== undefined && teams.data.length > 0 && <TeamsTable teams={teams.data} />}
      {isAdding && (
        <TeamNameDialog
          title="Add a team"
          submitLabel="Add team"
          onSubmit={add}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  );
}
