import { Offline } from './call.ts';

const reloadedAt = 'duologue-reloaded-at';

/**
 * A tab that was open during an upgrade may ask for a file that is gone. Loading the page again brings the new
 * release: only if the server answers (without a connection the page stays as it is), and at most once a minute, so
 * that a file that is really missing does not reload for ever.
 */
export function reloadForNewRelease(): void {
  globalThis.addEventListener('vite:preloadError', () => void reloadOnce());
}

async function reloadOnce(): Promise<void> {
  if (Date.now() - Number(sessionStorage.getItem(reloadedAt) ?? 0) < 60_000) return;
  const answers = await fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    (response) => response.ok,
    () => false,
  );
  if (!answers) return;
  sessionStorage.setItem(reloadedAt, String(Date.now()));
  globalThis.location.reload();
}

/** A page's code. Where it does not arrive the page says so, instead of the router's own reload. */
export async function arriving<Module>(module: Promise<Module>): Promise<Module> {
  return module.catch(() => {
    throw new Offline();
  });
}
