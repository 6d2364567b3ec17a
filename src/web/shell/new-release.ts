const reloadedAt = 'duologue-reloaded-at';

/**
 * A tab that was open during an upgrade may ask for a file that is gone. Loading the page again brings the new
 * release; at most once a minute, so that a file that is really missing does not reload for ever.
 */
export function reloadOnceForNewRelease(): void {
  globalThis.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(reloadedAt) ?? 0);
    if (Date.now() - last < 60_000) return;
    event.preventDefault();
    sessionStorage.setItem(reloadedAt, String(Date.now()));
    globalThis.location.reload();
  });
}
