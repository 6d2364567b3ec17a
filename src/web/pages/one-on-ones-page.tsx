import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { filterFrom, type ListFilter } from '../../features/one-on-ones/web/list-filter.ts';
import { ListFilters } from '../../features/one-on-ones/web/list-filters.tsx';
import { LoadMore } from '../../features/one-on-ones/web/load-more.tsx';
import { NewOneOnOneButton } from '../../features/one-on-ones/web/new-one-on-one-button.tsx';
import { NoTeamNote } from '../../features/one-on-ones/web/no-team-note.tsx';
import { NothingListed } from '../../features/one-on-ones/web/nothing-listed.tsx';
import { otherOf } from '../../features/one-on-ones/web/pair.ts';
import { OneOnOneTable } from '../../features/one-on-ones/web/one-on-one-table.tsx';
import { useOneOnOnes } from '../../features/one-on-ones/web/use-one-on-ones.ts';
import { useMyPairs } from '../shell/my-pairs.ts';
import { useMe } from '../shell/session.ts';
import { InlineError } from '../ui/inline-error.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

const route = getRouteApi('/inside/one-on-ones');

export function OneOnOnesPage() {
  const me = useMe();
  const navigate = useNavigate();
  const filter = filterFrom(route.useSearch());
  const list = useOneOnOnes(filter);
  const { asManager, asEmployee } = useMyPairs();
  // Also whom one managed once: their records are still mine to read.
  const met = (list.rows ?? []).map((row) => otherOf(row, me.person.id));
  const people = [...new Map([...met, ...asManager, ...asEmployee].map((one) => [one.id, one])).values()];
  const person = people.find(({ id }) => id === filter.personId);
  const canStart = me.managesPeople && (person === undefined || asManager.some(({ id }) => id === person.id));

  return (
    <Page>
      <PageHeader
        title={person === undefined ? 'One-on-ones' : `One-on-ones with ${person.name}`}
        {...(canStart && { actions: <NewOneOnOneButton employeeId={person?.id} /> })}
      />
      <ListFilters
        filter={filter}
        people={people}
        onChange={(next: ListFilter) => void navigate({ to: '/one-on-ones', search: next, replace: true })}
      />
      {list.error !== null && <InlineError error={list.error} onRetry={list.retry} />}
      {list.rows === undefined && list.error === null && <Skeleton shape="rows" lines={8} />}
      {list.rows?.length === 0 && (
        <NothingListed filter={filter} managesPeople={me.managesPeople} personName={person?.name} />
      )}
      {list.rows !== undefined && list.rows.length > 0 && (
        <div aria-busy={list.isOld}>
          <OneOnOneTable label="One-on-ones" rows={list.rows} myId={me.person.id} />
        </div>
      )}
      <LoadMore list={list} />
      {!me.managesPeople && <NoTeamNote />}
    </Page>
  );
}
