interface PageFollower {
  /** Another tab or another application is shown. */
  hidden: () => void;
  /** The page is closed, or gives way to another of this application: the last moment. */
  gone: () => void;
  /** The connection is back. */
  online: () => void;
}

/** Whoever saves what is typed wants to know all three. Answers what ends it, which is leaving, too. */
export function followPage({ hidden, gone, online }: PageFollower): () => void {
  const changed = () => {
    if (document.visibilityState === 'hidden') hidden();
  };
  document.addEventListener('visibilitychange', changed);
  globalThis.addEventListener('pagehide', gone);
  globalThis.addEventListener('online', online);
  return () => {
    document.removeEventListener('visibilitychange', changed);
    globalThis.removeEventListener('pagehide', gone);
    globalThis.removeEventListener('online', online);
    gone();
  };
}
