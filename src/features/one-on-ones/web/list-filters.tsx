import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { SearchField } from '../../../web/ui/search-field.tsx';
import { SegmentedControl } from '../../../web/ui/segmented-control.tsx';
import { Select } from '../../../web/ui/select.tsx';
import { states } from '../domain/states.ts';
import { viewOptions, type ListFilter } from './list-filter.ts';
import styles from './list-filters.module.css';
import { stateWords } from './state-words.ts';

interface ListFiltersProps {
  filter: ListFilter;
  people: readonly { id: string; name: string }[];
  onChange: (filter: ListFilter) => void;
}

const everybody = 'everybody';
const anyState = 'any';
const pauseBeforeSearch = 250;

export function ListFilters({ filter, people, onChange }: ListFiltersProps) {
  const { state, personId, q, view = 'all' } = filter;
  const withoutState: ListFilter = { ...filter };
  delete withoutState.state;
  const withoutPerson: ListFilter = { ...filter };
  delete withoutPerson.personId;
  return (
    <search className={styles.filters}>
      <SegmentedControl
        label="Which one-on-ones"
        options={viewOptions}
        value={view}
        onChange={(id) => onChange({ ...filter, view: id })}
      />
      <div className={styles.more}>
        <Search
          value={q ?? ''}
          onSearch={(words) => {
            const rest: ListFilter = { ...filter };
            delete rest.q;
            onChange(words === '' ? rest : { ...rest, q: words });
          }}
        />
        <Select
          label="Person"
          hideLabel
          options={[
            { id: everybody, label: 'Everybody' },
            ...people.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={personId ?? everybody}
          onChange={(id) => onChange(id === everybody ? withoutPerson : { ...filter, personId: id })}
        />
        <Select
          label="State"
          hideLabel
          options={[
            { id: anyState, label: 'Any state' },
            ...states.map((id) => ({ id, label: stateWords[id].label })),
          ]}
          value={state ?? anyState}
          onChange={(id) => onChange(id === anyState ? withoutState : { ...filter, state: id })}
        />
      </div>
    </search>
  );
}

/** Searches after a pause; what was typed is in the address then. */
function Search({ value, onSearch }: { value: string; onSearch: (words: string) => void }) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const search = useEffectEvent((words: string) => {
    sent.current = words;
    onSearch(words);
  });
  const follow = useEffectEvent((words: string) => {
    if (words === sent.current) return;
    sent.current = words;
    setTyped(words);
  });
  // The address may change without a key: by Back, or by a link that shows all.
  useEffect(() => follow(value), [value]);
  useEffect(() => {
    if (typed.trim() === sent.current) return undefined;
    const timer = setTimeout(() => search(typed.trim()), pauseBeforeSearch);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <SearchField
      label="Search titles, people and answers"
      placeholder="Search"
      value={typed}
      onChange={setTyped}
      maxLength={200}
    />
  );
}
