import { EmptyState } from '../../../web/ui/empty-state.tsx';
import { LinkButton } from '../../../web/ui/link.tsx';
import type { ListFilter } from './list-filter.ts';

interface NothingListedProps {
  filter: ListFilter;
  managesPeople: boolean;
  personName?: string | undefined;
}

/** Why the list is empty, and what to do about it. */
export function NothingListed({ filter, managesPeople, personName }: NothingListedProps) {
  const { view, state, q, personId } = filter;
  const start = (
    <LinkButton look="primary" to="/new" search={personId === undefined ? {} : { employeeId: personId }}>
      New one-on-one
    </LinkButton>
  );
  const showAll = (
    <LinkButton to="/one-on-ones" search={{}}>
      Show all
    </LinkButton>
  );
  if (q !== undefined || state !== undefined) {
    return (
      <EmptyState title={q === undefined ? 'None of that kind' : `Nothing found for “${q}”`} action={showAll}>
        Titles, names and answers are searched, in the one-on-ones that you may read.
      </EmptyState>
    );
  }
  if (view === 'needs-me') {
    return <EmptyState title="Nothing waits for you" action={managesPeople ? start : showAll} />;
  }
  if (view === 'drafts') {
    return (
      <EmptyState title="No drafts" {...(managesPeople && { action: start })}>
        A draft is yours alone until you share it.
      </EmptyState>
    );
  }
  if (view === 'shared-with-me') {
    return (
      <EmptyState title="Nothing has been shared with you" action={showAll}>
        When your manager shares a one-on-one with you, you get a mail, and it stands here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={personName === undefined ? 'No one-on-ones yet' : `No one-on-ones with ${personName} yet`}
      {...(managesPeople && { action: start })}
    >
      {managesPeople
        ? 'Pick a person and a template; it takes three clicks.'
        : 'When your manager shares a one-on-one with you, you get a mail, and it stands here.'}
    </EmptyState>
  );
}
