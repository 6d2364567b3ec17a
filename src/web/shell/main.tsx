import './shared-words.ts'; // before the router reads the address
import '../ui/base.css';
import '../ui/tokens.css';
import '../ui/fonts.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { requestFocus } from '../ui/focus-request.ts';
import { onSignedOut } from './call.ts';
import { queryClient } from './queries.ts';
import { reloadForNewRelease } from './new-release.ts';
import { router } from './router.tsx';
import { followSignOutOfOtherTabs, meQuery } from './session.ts';

reloadForNewRelease();
followSignOutOfOtherTabs();

// Only where there was a session: a page that finds none at its start is sent to the sign-in page by the router.
onSignedOut(() => {
  if (queryClient.getQueryData(meQuery.queryKey) === undefined) return;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { returnTo: router.state.location.href }, replace: true });
});

router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
  if (fromLocation !== undefined && pathChanged) requestFocus();
});

const container = document.getElementById('root');
if (container === null) throw new Error('The page has no #root.');

createRoot(container).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
