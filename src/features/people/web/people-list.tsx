import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Suspense, useDeferredValue, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { Button } from '../../../web/ui/button.tsx';
import { EmptyState } from '../../../web/ui/empty-state.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { SearchField } from '../../../web/ui/search-field.tsx';
import { Select } from '../../../web/ui/select.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { Switch } from '../../../web/ui/switch.tsx';
import type { Person } from '../contract.ts';
import styles from './people-list.module.css';
import { PeopleTable } from './people-table.tsx';
import { peopleQuery, type PeopleFilter } from './people-queries.ts';

const BulkBar = late(() => import('./bulk-bar.tsx'));

const filters: { id: PeopleFilter; label: string }[] = [
  { id: 'everybody', label: 'Everybody' },
  { id: 'no-password', label: 'No password yet' },
  { id: 'no-login', label: 'No login access' },
  { id: 'no-team', label: 'In no team' },
  { id: 'admins', label: 'Admins' },
];

/** Everybody, found by name or address, one by one or several to do something with. */
export function PeopleList() {
  const [typed, setTyped] = useState('');
  const [inactive, setInactive] = useState(false);
  const [only, setOnly] = useState<PeopleFilter>('everybody');
  const [selected, setSelected] = useState<ReadonlySet<string> | null>(null);
  const q = useDeferredValue(typed.trim());
  const people = useInfiniteQuery({
    ...peopleQuery({ q, inactive, only }),
    placeholderData: keepPreviousData,
  });
  const found = people.data?.pages.flatMap((page) => page.items);
  const reset = () => {
    setTyped('');
    setOnly('everybody');
  };
  return (
    <>
      <search className={styles.tools}>
        <SearchField
          label="Find a person by name or email"
          placeholder="Name or email"
          value={typed}
          onChange={setTyped}
        />
        <Select label="Which people" hideLabel options={filters} value={only} onChange={setOnly} />
        <Switch isSelected={inactive} onChange={setInactive}>
          Show deactivated people
        </Switch>
        {selected === null && found !== undefined && found.length > 1 && (
          <Button look="plain" onPress={() => setSelected(new Set())}>
            Select several
          </Button>
        )}
      </search>
      {selected !== null && (
        <Suspense>
          <BulkBar
            selected={found?.filter(({ id }) => selected.has(id)) ?? []}
            onSelectAll={() => setSelected(new Set(found?.map(({ id }) => id)))}
            onDone={() => setSelected(null)}
          />
        </Suspense>
      )}
      {people.error !== null && <InlineError error={people.error} onRetry={() => void people.refetch()} />}
      {found === undefined && people.error === null && <Skeleton shape="rows" lines={8} />}
      {found !== undefined && found.length > 0 && (
        <PeopleTable
          people={found}
          {...(selected !== null && {
            selected,
            onSelect: (person: Person, isSelected: boolean) =>
              setSelected(withOrWithout(selected, person.id, isSelected)),
          })}
        />
      )}
      {found?.length === 0 && (
        <EmptyState title="Nobody fits" action={<Button onPress={reset}>Show everybody</Button>}>
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

function withOrWithout(ids: ReadonlySet<string>, id: string, isIn: boolean): Set<string> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
