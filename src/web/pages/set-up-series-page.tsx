import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportedSeries } from '../../features/calendar/contract.ts';
import { ImportIcs } from '../../features/calendar/web/import-ics.tsx';
import { NoTeamNote } from '../../features/one-on-ones/web/no-team-note.tsx';
import { orderTemplates } from '../../features/one-on-ones/web/order-templates.ts';
import { peopleRoutes } from '../../features/people/contract.ts';
import { seriesListQuery } from '../../features/series/web/series-queries.ts';
import { SetUpForm } from '../../features/series/web/set-up-form.tsx';
import { templateRoutes } from '../../features/templates/contract.ts';
import { queryOf } from '../shell/queries.ts';
import { useMe } from '../shell/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { InlineError } from '../ui/inline-error.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

const route = getRouteApi('/inside/series/new');

export function SetUpSeriesPage() {
  const me = useMe();
  return (
    <Page width="reading">
      <PageHeader title="Set up one-on-ones" />
      {me.managesPeople ? <SetUp /> : <NoTeamNote />}
    </Page>
  );
}

function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function SetUp() {
  const me = useMe();
  const { personId = null } = route.useSearch();
  const [imported, setImported] = useState<ImportedSeries | null>(null);
  const people = useQuery(queryOf(peopleRoutes.listManagedPeople, {}));
  const templates = useQuery(queryOf(templateRoutes.listTemplates, { query: { limit: 200 } }));
  const series = useQuery(seriesListQuery);
  const failed = [people, templates, series].find(({ error }) => error !== null);
  if (failed !== undefined) return <InlineError error={failed.error} onRetry={() => void failed.refetch()} />;
  if (people.data === undefined || templates.data === undefined || series.data === undefined)
    return <Skeleton lines={8} />;
  const taken = series.data.items.filter(({ isOpen, manager }) => isOpen && manager.id === me.person.id);
  const free = people.data.items.filter(({ id }) => !taken.some(({ employee }) => employee.id === id));
  if (free.length === 0) {
    return (
      <EmptyState
        title={taken.length > 0 ? 'You meet everybody regularly' : 'Nobody to meet yet'}
        action={<LinkButton to="/series">All meetings</LinkButton>}
      >
        {taken.length > 0
          ? 'There is an open series with each person you manage.'
          : 'Your team has no members who can sign in yet. An admin can add them.'}
      </EmptyState>
    );
  }
  return (
    <>
      <ImportIcs onRead={(series) => setImported(series)} />
      <SetUpForm
        key={imported === null ? 'new' : JSON.stringify(imported)}
        values={imported === null ? {} : valuesOf(imported, new Set(free.map(({ id }) => id)))}
        people={free}
        templates={orderTemplates(templates.data.items, me.person.id)}
        timeZone={me.timeZone ?? browserZone()}
        chosen={personId}
      />
    </>
  );
}

/** An event of another calendar as the form shows it; of those invited whoever can be chosen here. */
function valuesOf({ rule, minutes, place, employeeIds }: ImportedSeries, free: ReadonlySet<string>) {
  const invited = employeeIds.filter((id) => free.has(id));
  return {
    cadence: rule.cadence,
    every: `${rule.every}`,
    weekday: `${rule.weekday}`,
    ...(rule.nth !== undefined && { nth: `${rule.nth}` }),
    at: rule.at,
    timeZone: rule.timeZone,
    startsOn: rule.startsOn,
    minutes: `${minutes}`,
    place,
    ...(invited.length > 0 && { employeeIds: invited }),
  };
}
