import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { NewOneOnOneForm } from '../../features/one-on-ones/web/new-one-on-one-form.tsx';
import { NoTeamNote } from '../../features/one-on-ones/web/no-team-note.tsx';
import { orderTemplates } from '../../features/one-on-ones/web/order-templates.ts';
import { peopleRoutes } from '../../features/people/contract.ts';
import { templateRoutes } from '../../features/templates/contract.ts';
import { TemplatePreview } from '../../features/templates/web/template-preview.tsx';
import { recentQuery } from '../shell/my-pairs.ts';
import { queryOf } from '../shell/queries.ts';
import { useMe } from '../shell/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { InlineError } from '../ui/inline-error.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

const route = getRouteApi('/inside/new');

export function NewOneOnOnePage() {
  const me = useMe();
  return (
    <Page>
      <PageHeader title="New one-on-one" />
      {me.managesPeople ? <Start /> : <NoTeamNote />}
    </Page>
  );
}

function Start() {
  const { person } = useMe();
  const { employeeId = null, templateId = null } = route.useSearch();
  const people = useQuery(queryOf(peopleRoutes.listManagedPeople, {}));
  const templates = useQuery(queryOf(templateRoutes.listTemplates, { query: { limit: 200 } }));
  const recent = useQuery(recentQuery);
  const failed = [people, templates].find(({ error }) => error !== null);
  if (failed !== undefined) return <InlineError error={failed.error} onRetry={() => void failed.refetch()} />;
  if (people.data === undefined || templates.data === undefined || recent.isPending)
    return <Skeleton lines={8} />;
  if (people.data.items.length === 0) {
    return (
      <EmptyState title="Nobody to meet yet">
        {people.data.withoutLogin.length === 0
          ? 'Your team has no members yet. An admin can add them.'
          : 'Nobody in your team has login access, so they could not read a one-on-one. An admin can give it.'}
      </EmptyState>
    );
  }
  return (
    <NewOneOnOneForm
      myId={person.id}
      people={people.data.items}
      withoutLogin={people.data.withoutLogin}
      templates={orderTemplates(templates.data.items, person.id)}
      recent={recent.data?.items ?? []}
      given={{ employeeId, templateId }}
      Preview={TemplatePreview}
    />
  );
}
