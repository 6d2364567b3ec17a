import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { NoMailNote } from '../../features/mail/web/no-mail-note.tsx';
import { peopleRoutes } from '../../features/people/contract.ts';
import { AccessBadge } from '../../features/people/web/access-badge.tsx';
import { PersonAccess } from '../../features/people/web/person-access.tsx';
import { PersonActivity } from '../../features/people/web/person-activity.tsx';
import { PersonForm } from '../../features/people/web/person-form.tsx';
import { PersonTeams } from '../../features/people/web/person-teams.tsx';
import { PersonRecovery } from '../../features/recovery/web/person-recovery.tsx';
import { queryOf } from '../shell/queries.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Link, LinkButton } from '../ui/link.tsx';
import { Page, PageHeader, Section } from '../ui/page.tsx';

const route = getRouteApi('/inside/people/$personId');

export function PersonPage() {
  const { personId } = route.useParams();
  const { data: person } = useSuspenseQuery(queryOf(peopleRoutes.openPerson, { params: { personId } }));
  return (
    <Page width="narrow">
      <PageHeader
        title={person.name}
        above={
          <Breadcrumbs>
            <Link to="/people">People</Link>
            {person.name}
          </Breadcrumbs>
        }
        actions={
          <LinkButton to="/numbers/$personId" params={{ personId: person.id }}>
            Numbers
          </LinkButton>
        }
      >
        <AccessBadge person={person} />
      </PageHeader>
      <Section title="Profile">
        {/* A fresh form for another person, or for what an undo brought back. */}
        <PersonForm key={`${person.id} ${person.name} ${person.email ?? ''}`} person={person} />
      </Section>
      {person.active && (
        <Section title="Access">
          {person.abilities?.invite === true && <NoMailNote />}
          <PersonAccess person={person} invitedUntil={person.invitedUntil} signInSince={person.signInSince} />
        </Section>
      )}
      {person.abilities?.recover === true && (
        <Section title="Lost mailbox">
          <PersonRecovery person={person} />
        </Section>
      )}
      <Section title="Teams">
        <PersonTeams name={person.name} teams={person.teams} />
      </Section>
      <Section title={person.active ? 'Deactivate' : 'Deactivated'}>
        <PersonActivity person={person} />
      </Section>
    </Page>
  );
}
