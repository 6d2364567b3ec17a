import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../../shell/session.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { NumbersOfPerson } from './numbers-of-person.tsx';
import { periodOf, periodSearch } from './period-in-address.ts';
import { TeamNumbers } from './team-numbers.tsx';

const route = getRouteApi('/inside/numbers');

const views = [
  { id: 'team', label: 'My people' },
  { id: 'mine', label: 'Mine' },
] as const;

/** The people one manages, with one's own a step away; of everybody else their own. */
export function NumbersPage() {
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const period = periodOf(search.period);
  const view = me.managesPeople && search.view !== 'mine' ? 'team' : 'mine';
  const viewSwitch = me.managesPeople && (
    <SegmentedControl
      label="Whose numbers"
      options={views}
      value={view}
      onChange={(next) =>
        void navigate({ search: { ...periodSearch(period), ...(next === 'mine' && { view: next }) } })
      }
    />
  );
  if (view === 'mine') {
    return (
      <NumbersOfPerson
        personId={me.person.id}
        period={period}
        views={viewSwitch}
        onPeriod={(next) =>
          void navigate({
            search: { ...(me.managesPeople && { view: 'mine' }), ...periodSearch(next) },
            replace: true,
          })
        }
      />
    );
  }
  return (
    <TeamNumbers
      views={viewSwitch}
      shown={search}
      onShow={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
