import { getRouteApi } from '@tanstack/react-router';
import { NumbersOfPerson } from './numbers-of-person.tsx';
import { periodOf, periodSearch } from './period-in-address.ts';

const route = getRouteApi('/inside/numbers/$personId');

export function NumbersOfPersonPage() {
  const { personId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const period = periodOf(search.period);
  return (
    <NumbersOfPerson
      personId={personId}
      period={period}
      onPeriod={(next) => void navigate({ search: periodSearch(next), replace: true })}
      hasWayBack
    />
  );
}
