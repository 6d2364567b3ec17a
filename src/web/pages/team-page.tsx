import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { peopleRoutes } from '../../features/people/contract.ts';
import { TeamMenu } from '../../features/people/web/team-menu.tsx';
import { TeamPeople } from '../../features/people/web/team-people.tsx';
import { queryOf } from '../shell/queries.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { late } from '../ui/late.ts';
import { Link } from '../ui/link.tsx';
import { Page, PageHeader, Section } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

const TeamTargets = late(() => import('./numbers/team-targets.tsx'));

const route = getRouteApi('/inside/teams/$teamId');

export function TeamPage() {
  const { teamId } = route.useParams();
  const { data: team } = useSuspenseQuery(queryOf(peopleRoutes.openTeam, { params: { teamId } }));
  return (
    <Page width="narrow">
      <PageHeader
        title={team.name}
        lead="Its team managers can start one-on-ones with every member. A new manager reads nothing of what was written before."
        above={
          <Breadcrumbs>
            <Link to="/teams">Teams</Link>
            {team.name}
          </Breadcrumbs>
        }
        actions={team.abilities.edit && <TeamMenu team={team} />}
      />
      <Section title="Team managers">
        <TeamPeople team={team} as="managers" />
      </Section>
      <Section title="Members" aside={team.members.length > 0 && <span>{team.members.length}</span>}>
        <TeamPeople team={team} as="members" />
      </Section>
      <Section title="Targets">
        <Suspense fallback={<Skeleton shape="rows" lines={2} />}>
          <TeamTargets team={team} period="month" />
        </Suspense>
      </Section>
    </Page>
  );
}
