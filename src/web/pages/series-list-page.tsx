import { useQuery } from '@tanstack/react-query';
import { SeriesList } from '../../features/series/web/series-list.tsx';
import { seriesListQuery } from '../../features/series/web/series-queries.ts';
import { useMe } from '../shell/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { InlineError } from '../ui/inline-error.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/** Whom I meet regularly, and when next. */
export function SeriesListPage() {
  const me = useMe();
  const { data, error, refetch } = useQuery(seriesListQuery);
  return (
    <Page width="reading">
      <PageHeader
        title="Meetings"
        {...(me.managesPeople && {
          actions: (
            <LinkButton to="/series/new" look="quiet">
              Set up one-on-ones
            </LinkButton>
          ),
        })}
      />
      {data === undefined && error === null && <Skeleton shape="rows" lines={5} />}
      {error !== null && <InlineError error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <SeriesList
          series={data.items}
          myId={me.person.id}
          nothing={<Nothing managesPeople={me.managesPeople} />}
        />
      )}
    </Page>
  );
}

function Nothing({ managesPeople }: { managesPeople: boolean }) {
  return managesPeople ? (
    <EmptyState
      title="No regular one-on-ones yet"
      action={
        <LinkButton look="primary" to="/series/new">
          Set up one-on-ones
        </LinkButton>
      }
    >
      Thirty minutes a week with each person, with an agenda that both of you write. Set them up once, for one
      person or the whole team.
    </EmptyState>
  ) : (
    <EmptyState title="No regular one-on-ones yet">
      Once your manager sets them up, you see here when you meet next, and can put on the agenda what you want
      to talk about.
    </EmptyState>
  );
}
