import { useState } from 'react';
import { MyActionItems, type View } from '../../features/action-items/web/my-action-items.tsx';
import { useMe } from '../shell/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { SegmentedControl } from '../ui/segmented-control.tsx';

const views = [
  { id: 'mine', label: 'Mine' },
  { id: 'managed', label: 'Of people I manage' },
] as const;

/** What was agreed to be done, across one-on-ones. */
export function ActionItemsPage() {
  const me = useMe();
  const [view, setView] = useState<View>('mine');
  return (
    <Page width="reading">
      <PageHeader
        title="My action items"
        {...(me.managesPeople && {
          actions: (
            <SegmentedControl label="Whose action items" options={views} value={view} onChange={setView} />
          ),
        })}
      />
      <MyActionItems
        key={view}
        view={view}
        me={me.person}
        nothing={
          <EmptyState
            title={view === 'mine' ? 'Nothing to do' : 'Nothing is open'}
            action={<LinkButton to="/one-on-ones">All one-on-ones</LinkButton>}
          >
            {view === 'mine'
              ? 'What you take on in a one-on-one stands here until it is done.'
              : 'What the people you manage take on with you stands here until it is done.'}
          </EmptyState>
        }
      />
    </Page>
  );
}
