import { LoadMore } from '../../features/one-on-ones/web/load-more.tsx';
import { NeedsMeList } from '../../features/one-on-ones/web/needs-me-list.tsx';
import { NewOneOnOneButton } from '../../features/one-on-ones/web/new-one-on-one-button.tsx';
import { NoTeamNote } from '../../features/one-on-ones/web/no-team-note.tsx';
import { useOneOnOnes } from '../../features/one-on-ones/web/use-one-on-ones.ts';
import { UpNext } from '../../features/series/web/up-next.tsx';
import { useMyPairs } from '../shell/my-pairs.ts';
import { useMe } from '../shell/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { InlineError } from '../ui/inline-error.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/** The start page: what waits for me. */
export function NeedsMePage() {
  const me = useMe();
  const list = useOneOnOnes({ view: 'needs-me' });
  return (
    <Page>
      <PageHeader title="Needs me" {...(me.managesPeople && { actions: <NewOneOnOneButton /> })} />
      <UpNext myId={me.person.id} />
      {list.error !== null && <InlineError error={list.error} onRetry={list.retry} />}
      {list.rows === undefined && list.error === null && <Skeleton shape="rows" lines={5} />}
      {list.rows?.length === 0 && <NothingWaits managesPeople={me.managesPeople} />}
      <NeedsMeList rows={list.rows ?? []} myId={me.person.id} />
      <LoadMore list={list} />
      {!me.managesPeople && <NoTeamNote />}
    </Page>
  );
}

/** Says what comes next: for a manager, whom to meet. */
function NothingWaits({ managesPeople }: { managesPeople: boolean }) {
  const { asManager } = useMyPairs();
  const next = asManager.toSorted((a, b) => (a.lastOn ?? '').localeCompare(b.lastOn ?? ''))[0];
  return (
    <EmptyState
      title="Nothing waits for you"
      action={
        <>
          {next !== undefined && (
            <LinkButton to="/new" search={{ employeeId: next.id }}>
              Start one with {next.name}
            </LinkButton>
          )}
          <LinkButton look="plain" to="/one-on-ones">
            All one-on-ones
          </LinkButton>
        </>
      }
    >
      {managesPeople
        ? next?.lastOn === null
          ? `You have not met ${next.name} here yet.`
          : 'Prepare the next meeting, or read what you agreed last time.'
        : 'When your manager asks for your approval, you get a mail, and it stands here.'}
    </EmptyState>
  );
}
