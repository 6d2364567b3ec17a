import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Button } from '../../../web/ui/button.tsx';
import { EmptyState } from '../../../web/ui/empty-state.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { SearchField } from '../../../web/ui/search-field.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { Switch } from '../../../web/ui/switch.tsx';
import styles from './people-list.module.css';
import { PeopleTable } from './people-table.tsx';
import { allTeamsQuery, peopleQuery } from './people-queries.ts';

/** Everybody, found by name or address. */
export function PeopleList() {
  const [typed, setTyped] = useState('');
  const [inactive, setInactive] = useState(false);
  const q = useDeferredValue(typed.trim());
  const people = useInfiniteQuery({ ...peopleQuery({ q, inactive }), placeholderData: keepPreviousData });
  const teams = useQuery(allTeamsQuery);
  const found = people.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <div className={styles.tools}>
        <SearchField
          label="Find a person by name or email"
          placeholder="Name or email"
          value={typed}
          onChange={setTyped}
        />
        <Switch isSelected={inactive} onChange={setInactive}>
          Show deactivated people
        </Switch>
      </div>
      {people.error !== null && <InlineError error={people.error} onRetry={() => void people.refetch()} />}
      {found === undefined && people.error === null && <Skeleton shape="rows" lines={8} />}
      {found !== undefined && found.length > 0 && <PeopleTable people={found} teams={teams.data ?? []} />}
      {found?.length === 0 && (
        <EmptyState
          title={`Nobody fits “${q}”`}
          action={<Button onPress={() => setTyped('')}>Show everybody</Button>}
        >
          Names and addresses are searched{inactive ? '.' : '; deactivated people are not shown.'}
        </EmptyState>
      )}
      {people.hasNextPage && (
        <div className={styles.more}>
          <Button onPress={() => void people.fetchNextPage()} isPending={people.isFetchingNextPage}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
