import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import { peopleRoutes } from '../../features/people/contract.ts';
import { allTeamsQuery } from '../../features/people/web/people-queries.ts';
import { signInRoutes } from '../../features/sign-in/contract.ts';
import { Problem } from '../../shared/problems.ts';
import { writeDatesFor } from '../ui/dates.ts';
import { ErrorPage, NotFound } from '../ui/error-page.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { arriving } from './new-release.ts';
import { queryClient, queryOf } from './queries.ts';
import { numbersSearch, oneOnOnesSearch, periodSearch, words } from './search-in-address.ts';
import { meQuery } from './session.ts';

/*
 * A new page: a file in src/web/pages that exports `Page…`, a route below with its lazy component, and a line in the
 * tree at the end. Its loader starts the page's queries without waiting, so that data and code come side by side.
 */

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { returnTo?: string } =>
    typeof search.returnTo === 'string' ? { returnTo: search.returnTo } : {},
  component: lazyRouteComponent(() => arriving(import('../pages/sign-in-page.tsx')), 'SignInPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => arriving(import('../pages/invitation-page.tsx')), 'InvitationPage'),
});

const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/password-reset',
  component: lazyRouteComponent(
    () => arriving(import('../pages/password-reset-page.tsx')),
    'PasswordResetPage',
  ),
});

/** Everything that needs a session, inside the frame with the navigation. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: lazyRouteComponent(() => arriving(import('./frame.tsx')), 'Frame'),
  beforeLoad: async ({ context, location }) => {
    try {
      writeDatesFor(await context.queryClient.ensureQueryData(meQuery));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'signed_out') throw error;
      const isStart = location.href === '/';
      throw redirect({ to: '/sign-in', search: isStart ? {} : { returnTo: location.href }, replace: true });
    }
  },
  errorComponent: (props) => (
    <main>
      <RouteError {...props} />
    </main>
  ),
});

const needsMe = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => arriving(import('../pages/needs-me-page.tsx')), 'NeedsMePage'),
});

const oneOnOnes = createRoute({
  getParentRoute: () => inside,
  path: '/one-on-ones',
  validateSearch: oneOnOnesSearch,
  component: lazyRouteComponent(() => arriving(import('../pages/one-on-ones-page.tsx')), 'OneOnOnesPage'),
});

const oneOnOne = createRoute({
  getParentRoute: () => inside,
  path: '/one-on-ones/$oneOnOneId',
  loader: ({ params }) =>
    void import('../pages/one-on-one-page.tsx').then(({ prefetchOneOnOne }) =>
      prefetchOneOnOne(params.oneOnOneId),
    ),
  component: lazyRouteComponent(() => arriving(import('../pages/one-on-one-page.tsx')), 'OneOnOnePage'),
});

/** The meeting, one step at a time; `step` counts from 1. */
const run = createRoute({
  getParentRoute: () => inside,
  path: '/one-on-ones/$oneOnOneId/run',
  validateSearch: ({ step }: Record<string, unknown>): { step?: number } =>
    typeof step === 'number' && Number.isInteger(step) && step > 0 ? { step } : {},
  component: lazyRouteComponent(() => arriving(import('../pages/run-page.tsx')), 'RunPage'),
});

const newOneOnOne = createRoute({
  getParentRoute: () => inside,
  path: '/new',
  validateSearch: (search: Record<string, unknown>): { employeeId?: string; templateId?: string } => ({
    ...words(search, 'employeeId'),
    ...words(search, 'templateId'),
  }),
  component: lazyRouteComponent(
    () => arriving(import('../pages/new-one-on-one-page.tsx')),
    'NewOneOnOnePage',
  ),
});

const actionItems = createRoute({
  getParentRoute: () => inside,
  path: '/action-items',
  component: lazyRouteComponent(() => arriving(import('../pages/action-items-page.tsx')), 'ActionItemsPage'),
});

const seriesList = createRoute({
  getParentRoute: () => inside,
  path: '/series',
  component: lazyRouteComponent(() => arriving(import('../pages/series-list-page.tsx')), 'SeriesListPage'),
});

const setUpSeries = createRoute({
  getParentRoute: () => inside,
  path: '/series/new',
  validateSearch: (search: Record<string, unknown>): { personId?: string } => words(search, 'personId'),
  component: lazyRouteComponent(() => arriving(import('../pages/set-up-series-page.tsx')), 'SetUpSeriesPage'),
});

const series = createRoute({
  getParentRoute: () => inside,
  path: '/series/$seriesId',
  loader: ({ params }) =>
    void import('../pages/series-page.tsx').then(({ prefetchSeries }) => prefetchSeries(params.seriesId)),
  component: lazyRouteComponent(() => arriving(import('../pages/series-page.tsx')), 'SeriesPage'),
});

const prep = createRoute({
  getParentRoute: () => inside,
  path: '/series/$seriesId/prep',
  component: lazyRouteComponent(() => arriving(import('../pages/prep-page.tsx')), 'PrepPage'),
});

const capture = createRoute({
  getParentRoute: () => inside,
  path: '/capture',
  component: lazyRouteComponent(() => arriving(import('../pages/capture-page.tsx')), 'CapturePage'),
});

const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox',
  component: lazyRouteComponent(() => arriving(import('../pages/inbox-page.tsx')), 'InboxPage'),
});

const templates = createRoute({
  getParentRoute: () => inside,
  path: '/templates',
  component: lazyRouteComponent(
    () => arriving(import('../pages/templates/templates-page.tsx')),
    'TemplatesPage',
  ),
});

/** `for`: the employee whose one-on-one waits for this template; it leads back to them. */
const newTemplate = createRoute({
  getParentRoute: () => inside,
  path: '/templates/new',
  validateSearch: (search: Record<string, unknown>): { for?: string; from?: string } => ({
    ...words(search, 'for'),
    ...words(search, 'from'),
  }),
  component: lazyRouteComponent(
    () => arriving(import('../pages/templates/new-template-page.tsx')),
    'NewTemplatePage',
  ),
});

const template = createRoute({
  getParentRoute: () => inside,
  path: '/templates/$templateId',
  validateSearch: (search: Record<string, unknown>): { for?: string } => words(search, 'for'),
  component: lazyRouteComponent(
    () => arriving(import('../pages/templates/template-page.tsx')),
    'TemplatePage',
  ),
});

const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  loader: () => void queryClient.prefetchQuery(allTeamsQuery),
  component: lazyRouteComponent(() => arriving(import('../pages/people-page.tsx')), 'PeoplePage'),
});

const importPeople = createRoute({
  getParentRoute: () => inside,
  path: '/people/import',
  component: lazyRouteComponent(
    () => arriving(import('../pages/import-people-page.tsx')),
    'ImportPeoplePage',
  ),
});

const person = createRoute({
  getParentRoute: () => inside,
  path: '/people/$personId',
  loader: ({ params }) => void queryClient.prefetchQuery(queryOf(peopleRoutes.openPerson, { params })),
  component: lazyRouteComponent(() => arriving(import('../pages/person-page.tsx')), 'PersonPage'),
});

const teams = createRoute({
  getParentRoute: () => inside,
  path: '/teams',
  loader: () => void queryClient.prefetchQuery(allTeamsQuery),
  component: lazyRouteComponent(() => arriving(import('../pages/teams-page.tsx')), 'TeamsPage'),
});

const team = createRoute({
  getParentRoute: () => inside,
  path: '/teams/$teamId',
  loader: ({ params }) => void queryClient.prefetchQuery(queryOf(peopleRoutes.openTeam, { params })),
  component: lazyRouteComponent(() => arriving(import('../pages/team-page.tsx')), 'TeamPage'),
});

const kpis = createRoute({
  getParentRoute: () => inside,
  path: '/kpis',
  component: lazyRouteComponent(() => arriving(import('../pages/kpis-page.tsx')), 'KpisPage'),
});

const importReadings = createRoute({
  getParentRoute: () => inside,
  path: '/kpis/import',
  component: lazyRouteComponent(
    () => arriving(import('../pages/import-readings-page.tsx')),
    'ImportReadingsPage',
  ),
});

const kpiAccess = createRoute({
  getParentRoute: () => inside,
  path: '/kpis/access',
  component: lazyRouteComponent(() => arriving(import('../pages/kpi-access-page.tsx')), 'KpiAccessPage'),
});

const numbers = createRoute({
  getParentRoute: () => inside,
  path: '/numbers',
  validateSearch: numbersSearch,
  component: lazyRouteComponent(() => arriving(import('../pages/numbers/numbers-page.tsx')), 'NumbersPage'),
});

const numbersOfPerson = createRoute({
  getParentRoute: () => inside,
  path: '/numbers/$personId',
  validateSearch: periodSearch,
  component: lazyRouteComponent(
    () => arriving(import('../pages/numbers/numbers-of-person-page.tsx')),
    'NumbersOfPersonPage',
  ),
});

const numbersDetail = createRoute({
  getParentRoute: () => inside,
  path: '/numbers/$personId/$kpiId',
  validateSearch: periodSearch,
  component: lazyRouteComponent(
    () => arriving(import('../pages/numbers/numbers-detail-page.tsx')),
    'NumbersDetailPage',
  ),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  loader: () => void queryClient.prefetchQuery(queryOf(signInRoutes.listSessions, {})),
  component: lazyRouteComponent(() => arriving(import('../pages/account-page.tsx')), 'AccountPage'),
});

const addressChange = createRoute({
  getParentRoute: () => inside,
  path: '/address-change',
  component: lazyRouteComponent(
    () => arriving(import('../pages/address-change-page.tsx')),
    'AddressChangePage',
  ),
});

const recoveries = createRoute({
  getParentRoute: () => inside,
  path: '/recoveries',
  component: lazyRouteComponent(() => arriving(import('../pages/recoveries-page.tsx')), 'RecoveriesPage'),
});

const help = createRoute({
  getParentRoute: () => inside,
  path: '/help',
  component: lazyRouteComponent(() => arriving(import('../pages/help-page.tsx')), 'HelpPage'),
});

/** Any other address. Whoever is not signed in is sent to sign in first, so that an address tells an outsider nothing. */
const elsewhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFound });

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    invitation,
    passwordReset,
    inside.addChildren([
      needsMe,
      oneOnOnes,
      oneOnOne,
      run,
      newOneOnOne,
      actionItems,
      seriesList,
      setUpSeries,
      series,
      prep,
      capture,
      inbox,
      templates,
      newTemplate,
      template,
      people,
      importPeople,
      person,
      teams,
      team,
      kpis,
      importReadings,
      kpiAccess,
      numbers,
      numbersOfPerson,
      numbersDetail,
      account,
      addressChange,
      recoveries,
      help,
      elsewhere,
    ]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: RouteError,
  defaultPendingComponent: RoutePending,
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  // Another pair, record or template is another page: nothing that is being written on one goes on to the next.
  defaultRemountDeps: ({ params }) => params,
});

function RouteError({ error, reset }: ErrorComponentProps) {
  async function retry() {
    await queryClient.resetQueries({ predicate: (query) => query.state.status === 'error' });
    await router.invalidate();
    reset();
  }
  return <ErrorPage error={error} onRetry={() => void retry()} />;
}

function RoutePending() {
  return (
    <Page>
      <Skeleton shape="title" lines={5} />
    </Page>
  );
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
