import { Outlet, useParams, useRouter } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { late } from '../ui/late.ts';
import { AriaProvider } from '../ui/aria-provider.tsx';
import { toasts } from '../ui/toast.ts';
import styles from './frame.module.css';
import { useLive } from './live.ts';
import { usePictures } from './use-pictures.ts';
import { useMe } from './session.ts';
import { listenToKeys, useShortcut } from './shortcuts.ts';
import { Sidebar } from './sidebar.tsx';
import { useSendWaiting } from './use-send-waiting.ts';
import { TabBar } from './tab-bar.tsx';

const CommandPalette = late(() => import('./command-palette.tsx'));
const Toasts = late(() => import('../ui/toast-region.tsx'));
/** With what it says when it is done: the connection may be lost by then. */
const loadQuickAdd = async () => {
  const [form] = await Promise.all([
    import('../../features/agenda/web/quick-add.tsx'),
    import('../ui/select-loaded.tsx'),
    import('../ui/toast-region.tsx'),
  ]);
  return form;
};
const QuickAdd = late(loadQuickAdd);
const ShortcutList = late(() => import('./shortcut-list.tsx'));

type Overlay = 'palette' | 'shortcuts' | 'capture' | null;

/** Around every page that needs a session: navigation, messages, shortcuts. */
export function Frame() {
  const router = useRouter();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const close = () => setOverlay(null);
  const hasToasts = useHadToasts();
  const { oneOnOneId, seriesId } = useParams({ strict: false });
  useLive({ oneOnOneId, seriesId });
  usePictures();
  useSendWaiting(useMe().person.id);
  useEffect(listenToKeys, []);
  useEffect(haveQuickAddAtHand, []);
  useShortcut('mod+k', 'Go to a page, a person or a one-on-one', () => setOverlay('palette'));
  useShortcut('c', 'Write something down for somebody', () => setOverlay('capture'));
  useShortcut('?', 'Show these shortcuts', () => setOverlay('shortcuts'));
  return (
    <AriaProvider navigate={(href) => void router.navigate({ href })}>
      <a href="#page" className={styles.skip}>
        Skip to the page
      </a>
      <div className={styles.frame}>
        <Sidebar
          onFind={() => setOverlay('palette')}
          onCapture={() => setOverlay('capture')}
          onShortcuts={() => setOverlay('shortcuts')}
        />
        <main id="page" tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
        <TabBar onFind={() => setOverlay('palette')} onCapture={() => setOverlay('capture')} />
      </div>
      <Suspense>
        {hasToasts && <Toasts />}
        {overlay === 'palette' && (
          <CommandPalette onClose={close} onShortcuts={() => setOverlay('shortcuts')} />
        )}
        {overlay === 'capture' && <QuickAdd seriesId={seriesId} onClose={close} />}
        {overlay === 'shortcuts' && <ShortcutList onClose={close} />}
      </Suspense>
    </AriaProvider>
  );
}

/** Its code comes before it is asked for, once the page is quiet: it has to work without a connection too. */
function haveQuickAddAtHand(): () => void {
  const timer = setTimeout(() => void loadQuickAdd().catch(() => {}), 10_000);
  return () => clearTimeout(timer);
}

/** True from the first message on: until then its region need not be loaded. */
function useHadToasts(): boolean {
  const [had, setHad] = useState(false);
  useEffect(() => toasts.subscribe(() => setHad(true)), []);
  return had;
}
