import { InboxList } from '../../features/inbox/web/inbox-list.tsx';
import { markAllRead } from '../../features/inbox/web/inbox-queries.ts';
import { useMe } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { InlineError } from '../ui/inline-error.tsx';
import { Link } from '../ui/link.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { useAction } from '../ui/use-action.ts';

/** What I was told of, here as in my mails. */
export function InboxPage() {
  const { unreadNotices } = useMe();
  const { run, isPending, error } = useAction();
  return (
    <Page width="reading">
      <PageHeader
        title="Inbox"
        lead={
          <>
            What happened, and where to read it. <Link to="/account">Choose</Link> what you also get by mail.
          </>
        }
        {...(unreadNotices > 0 && {
          actions: (
            <Button isPending={isPending} onPress={() => void run(markAllRead)}>
              Mark all as read
            </Button>
          ),
        })}
      />
      {error !== null && <InlineError error={error} />}
      <InboxList
        nothing={
          <EmptyState title="Nothing yet">
            When somebody shares a one-on-one with you, asks for your approval or answers, it stands here.
          </EmptyState>
        }
      />
    </Page>
  );
}
