/**
 * What another application shared with this one (`/capture?title=&text=&url=`, see the manifest). It is taken out of
 * the address before anything else runs, so that it is in no history; it is kept nowhere until somebody adds it.
 */
let words = takeFromAddress();

function takeFromAddress(): string {
  const { pathname, search } = globalThis.location;
  if (pathname !== '/capture' || search === '') return '';
  globalThis.history.replaceState(null, '', pathname);
  const query = new URLSearchParams(search);
  const parts = ['title', 'text', 'url'].map((name) => query.get(name)?.trim() ?? '');
  return [...new Set(parts)].filter((part) => part !== '').join('\n');
}

export function sharedWords(): string {
  return words;
}

export function forgetSharedWords(): void {
  words = '';
}
