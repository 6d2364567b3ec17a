import { useSuspenseQuery } from '@tanstack/react-query';
import { peopleRoutes } from '../../features/people/contract.ts';
import { signInRoutes } from '../../features/sign-in/contract.ts';
import { call } from './call.ts';
import { forgetPerson, keysOnDevice } from './device.ts';
import { queryClient, queryOf } from './queries.ts';

export const meQuery = queryOf(peopleRoutes.me, {});

/** Who is signed in. Only for pages inside the frame, where the answer is there. */
export function useMe() {
  return useSuspenseQuery({ ...meQuery, staleTime: 60_000 }).data;
}

const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('duologue');

/** Signs this device out. The page is loaded anew, so that no content stays in memory; other tabs follow. */
export async function signOut(): Promise<void> {
  const me = queryClient.getQueryData(meQuery.queryKey);
  if (me !== undefined) await sendWhatWaits(me.person.id);
  await call(signInRoutes.signOut);
  if (me !== undefined) forgetPerson(me.person.id);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel reaches its own origin only
  tabs?.postMessage('signed out');
  leave();
}

/** Signing out takes away what is kept on this device: what was written down without a connection goes out first. */
async function sendWhatWaits(personId: string): Promise<void> {
  if (keysOnDevice(personId, 'waiting-point/').length === 0) return;
  const { sendWaiting } = await import('../../features/agenda/web/outbox.ts');
  await sendWaiting(personId);
}

export function followSignOutOfOtherTabs(): void {
  tabs?.addEventListener('message', leave);
}

function leave(): void {
  queryClient.clear();
  globalThis.location.replace('/sign-in');
}
