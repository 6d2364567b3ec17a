import type { ReactNode } from 'react';
import { Problem } from '../../shared/problems.ts';
import { buttonClass } from './button-class.ts';
import { LinkButton } from './link.tsx';
import { messageOf } from './message-of.ts';
import { Page, PageHeader } from './page.tsx';

/** In place of a page that can't be shown: what happened, and what to do. */
export function ErrorPage({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (error instanceof Problem && error.code === 'not_found') return <NotFound />;
  const isOffline = error instanceof Error && error.name === 'Offline';
  return (
    <Message
      title={isOffline ? 'No connection' : 'This page did not load'}
      lead={messageOf(error)}
      action={
        onRetry !== undefined && (
          <button type="button" className={buttonClass('primary')} onClick={onRetry}>
            Try again
          </button>
        )
      }
    />
  );
}

/** The same words for what never was and for what this person may not see. */
export function NotFound() {
  return (
    <Message
      title="Nothing here"
      lead="There is no page at this address, or it is not yours to see. If somebody sent you the link, ask them whether you should have it."
    />
  );
}

function Message({ title, lead, action }: { title: string; lead: string; action?: ReactNode }) {
  return (
    <Page width="narrow">
      <PageHeader title={title} lead={lead} />
      <p>
        {action} <LinkButton to="/">Go to the start page</LinkButton>
      </p>
    </Page>
  );
}
